import { readFileSync } from 'node:fs';
import type { EngineOptions } from '../../engine/engine-options.js';
import { FaceEngine } from '../../engine/face-engine.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import type { MemoryCourse, MemorySample } from './bench.types.js';

/** The first fifth warms up allocators and caches and does not count for the slope. */
const WARM_UP_SHARE = 0.2;
const SAMPLES = 50;

/**
 * Sends `total` captures through one child process and watches its memory.
 *
 * @returns null where the system does not tell the memory of another process (it is read from /proc, so: Linux)
 */
export async function measureMemory(
  options: EngineOptions,
  photos: readonly Uint8Array[],
  total: number,
  onProgress?: OnProgress,
): Promise<MemoryCourse | null> {
  const engine = await FaceEngine.create({ ...options, workers: 1 });
  try {
    const [pid] = engine.workerPids();
    const idleMiB = pid === undefined ? null : residentMiB(pid);
    if (pid === undefined || idleMiB === null) return null;
    const every = Math.max(1, Math.floor(total / SAMPLES));
    const samples: MemorySample[] = [];
    for (let done = 1; done <= total; done += 1) {
      await engine.capture(photos[(done - 1) % photos.length], { pad: 'FLAG', gates: 'REPORT' });
      if (done % every !== 0) continue;
      samples.push({ photos: done, residentMiB: residentMiB(pid) ?? Number.NaN });
      onProgress?.({ stage: 'watching the memory', done, total });
    }
    const isSameProcess = engine.workerPids()[0] === pid;
    const steady = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
    return { photos: total, idleMiB, isSameProcess, slopeMiBPerThousand: slopePerThousand(steady), samples };
  } finally {
    await engine.close();
  }
}

/** Least-squares slope of resident memory, in MiB for a thousand photos; NaN for fewer than two samples. */
export function slopePerThousand(samples: readonly MemorySample[]): number {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanPhotos = meanOf(samples.map(({ photos }) => photos));
  const meanMiB = meanOf(samples.map(({ residentMiB }) => residentMiB));
  let products = 0;
  let squares = 0;
  for (const { photos, residentMiB } of samples) {
    products += (photos - meanPhotos) * (residentMiB - meanMiB);
    squares += (photos - meanPhotos) ** 2;
  }
  return samples.length < 2 ? Number.NaN : (1_000 * products) / squares;
}

/** Resident memory of a process, from the VmRSS line of proc(5); null where the system does not tell it so. */
export function residentMiB(pid: number): number | null {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) / 1_024;
  } catch {
    return null;
  }
}
