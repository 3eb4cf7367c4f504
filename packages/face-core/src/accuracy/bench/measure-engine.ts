import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { EngineOptions } from '../../engine/engine-options.js';
import { FaceEngine } from '../../engine/face-engine.js';
import type { StageTimings } from '../../pipeline/stage-timings.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import type { LoopDelay, Throughput, TimeSpread } from './bench.types.js';
import { residentMiB } from './measure-memory.js';
import type { EngineShape } from './throughput-matrix.js';
import { timeSpread } from './time-spread.js';

export interface EngineTimes {
  readonly engine: string;
  readonly detector: string;
  readonly pack: string;
  readonly modelId: string;
  readonly startMs: number;
  readonly idleMiB: number | null;
  readonly captured: number;
  readonly stages: Readonly<Record<string, TimeSpread>>;
}

/** The gates are reported, not enforced, so that every face runs through every stage. */
const CAPTURE = { pad: 'FLAG', gates: 'REPORT' } as const;
const WARM_UP_PHOTOS = 3;
const LOOP_RESOLUTION_MS = 1;

/** Captures photo after photo on one worker with one thread and gathers the times of the stages. */
export async function measureStages(
  options: EngineOptions,
  photos: readonly Uint8Array[],
  onProgress?: OnProgress,
): Promise<EngineTimes> {
  const from = performance.now();
  const engine = await FaceEngine.create({ ...options, workers: 1, threadsPerWorker: 1 });
  const startMs = Math.round(performance.now() - from);
  const [pid] = engine.workerPids();
  const idleMiB = pid === undefined ? null : residentMiB(pid);
  try {
    for (const photo of photos.slice(0, WARM_UP_PHOTOS)) await engine.capture(photo, CAPTURE);
    const times = new Map<string, number[]>();
    let captured = 0;
    for (const [index, photo] of photos.entries()) {
      const result = await engine.capture(photo, CAPTURE);
      if (result.outcome === 'CAPTURED') captured += 1;
      record(times, result.timings);
      onProgress?.({ stage: 'timing the stages', done: index + 1, total: photos.length });
    }
    const stages = Object.fromEntries([...times].map(([stage, list]) => [stage, timeSpread(list)]));
    return {
      engine: engine.engine,
      detector: engine.detector,
      pack: engine.pack,
      modelId: engine.modelId,
      startMs,
      idleMiB,
      captured,
      stages,
    };
  } finally {
    await engine.close();
  }
}

/** `{decodeMs: 3, totalMs: 9}` goes to the lists `decode` and `whole`. */
function record(times: Map<string, number[]>, timings: StageTimings): void {
  for (const [key, milliseconds] of Object.entries(timings)) {
    const stage = key === 'totalMs' ? 'whole' : key.replace(/Ms$/, '');
    times.set(stage, [...(times.get(stage) ?? []), milliseconds]);
  }
}

/** Photos a second with all workers busy; the photos are gone through until at least `leastPhotos` are done. */
export async function measureThroughput(
  options: EngineOptions,
  photos: readonly Uint8Array[],
  { workers, threads }: EngineShape,
  leastPhotos: number,
): Promise<Throughput> {
  const engine = await FaceEngine.create({ ...options, workers, threadsPerWorker: threads });
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  try {
    const total = Math.max(leastPhotos, photos.length);
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < total; index = next++)
        await engine.capture(photos[index % photos.length], CAPTURE);
    };
    loop.enable();
    const from = performance.now();
    // One more in flight than there are workers, so that none waits for its next photo.
    await Promise.all(Array.from({ length: workers + 1 }, work));
    const seconds = (performance.now() - from) / 1_000;
    return { workers, threads, photos: total, seconds, photosPerSecond: total / seconds, loopDelay: delayOf(loop) };
  } finally {
    loop.disable();
    await engine.close();
  }
}

/** Node.js records the whole time between two looks, in nanoseconds; what is over the resolution is the delay. */
function delayOf(loop: IntervalHistogram): LoopDelay {
  const late = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e4 - 100 * LOOP_RESOLUTION_MS) / 100);
  return { p50Ms: late(loop.percentile(50)), p99Ms: late(loop.percentile(99)), maxMs: late(loop.max) };
}
