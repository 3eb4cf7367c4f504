import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { BenchReport, NetEfficiency } from './bench.types.js';
import { estimateClockGHz } from './clock-estimate.js';
import { type ProfileEvent, sumMacs } from './profile-macs.js';

/** Shapes in which the pipeline runs its nets on a 640×480 frame. `N` of a batch is what one frame typically needs. */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  'mtcnn-pnet': [1, 3, 144, 192],
  'mtcnn-rnet': [16, 3, 24, 24],
  'mtcnn-onet': [4, 3, 48, 48],
  'mobilefacenet-192': [1, 3, 112, 112],
  'faceapi-128': [1, 3, 150, 150],
  'faceplugin-512': [1, 3, 112, 112],
  'ssd-mobilenet-v1': [1, 3, 512, 512],
  'tiny-face-detector': [1, 3, 416, 416],
  'detect-faceplugin': [1, 3, 240, 320],
  'pad-faceplugin': [1, 3, 128, 128],
};
const RUNS = 30;

/**
 * The most a core can do: two fused multiply-adds of eight floats a cycle (AVX2), two operations each. Cores with full
 * AVX-512 units could do twice that; the figure is a yardstick, not a limit.
 */
const FLOP_PER_CYCLE = 32;

export function arithmeticFloor(): BenchReport['floor'] {
  const reported = (cpus()[0]?.speed ?? 0) / 1_000;
  const clock =
    reported > 0 ? 'clock as the operating system reports it' : 'clock estimated from a chain of multiplications';
  return {
    clockGHz: reported > 0 ? reported : estimateClockGHz(),
    flopPerCycle: FLOP_PER_CYCLE,
    source: `${clock}; two 8-wide fused multiply-adds a cycle`,
  };
}

/** Runs every net alone on one thread, counts its arithmetic from the shapes of a profiled run and takes its best time. */
export async function measureNets(modelIds: readonly string[], floor: BenchReport['floor']): Promise<NetEfficiency[]> {
  const measured: NetEfficiency[] = [];
  for (const modelId of modelIds) {
    const inputShape = SHAPES[modelId];
    if (inputShape === undefined) throw new RangeError(`No input shape is known for the model ${modelId}.`);
    const { path } = resolveModel(modelId);
    const megaMacs = (await countMacs(path, inputShape)) / 1e6;
    const bestMs = await bestTime(path, inputShape);
    const floorMs = floorMsOf(megaMacs, floor);
    measured.push({ modelId, inputShape, megaMacs, floorMs, bestMs, efficiency: floorMs / bestMs });
  }
  return measured;
}

/** A multiply-accumulate is two operations; megas over gigas are thousandths of a second. */
export function floorMsOf(
  megaMacs: number,
  { clockGHz, flopPerCycle }: Pick<BenchReport['floor'], 'clockGHz' | 'flopPerCycle'>,
): number {
  return (2 * megaMacs) / (clockGHz * flopPerCycle);
}

async function countMacs(path: string, shape: readonly number[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'));
  try {
    const session = await ort.InferenceSession.create(path, {
      enableProfiling: true,
      profileFilePrefix: join(folder, 'run'),
      // Unfused, so that every convolution stands alone with its shapes.
      graphOptimizationLevel: 'disabled',
      intraOpNumThreads: 1,
    });
    await session.run(randomInput(session, shape));
    session.endProfiling();
    await session.release();
    const [file] = await readdir(folder);
    const events: readonly ProfileEvent[] = JSON.parse(await readFile(join(folder, file ?? ''), 'utf8'));
    return sumMacs(events);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bestTime(path: string, shape: readonly number[]): Promise<number> {
  const session = await ort.InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const input = randomInput(session, shape);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    await session.run(input);
    best = Math.min(best, performance.now() - from);
  }
  await session.release();
  return best;
}

function randomInput(session: ort.InferenceSession, shape: readonly number[]): Record<string, ort.Tensor> {
  const size = shape.reduce((product, side) => product * side, 1);
  const data = Float32Array.from({ length: size }, (_, i) => ((i * 7919) % 255) / 128 - 1);
  return { [session.inputNames[0] ?? 'input']: new ort.Tensor('float32', data, [...shape]) };
}
