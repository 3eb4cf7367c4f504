import { availableParallelism } from 'node:os';
import { noDetector } from '../detect/resolve-detector.js';
import { ENGINE_IDS, ENGINE_KINDS, type EngineId } from './engine-kinds.js';

export interface EngineOptions {
  /**
   * Embedding net and alignment: `mobilefacenet-192` (default), `faceapi-128`, `fusion`, or the id of a pack in `models`.
   * Templates of one pack are of no use to another.
   */
  readonly pack?: string;
  /** A `models.json` with packs and detectors of the user's own. Default: none. */
  readonly models?: string;
  /**
   * What finds faces and makes embeddings: `onnx` (default), or face-api itself on `tfjs-node` or `tfjs-wasm`, which run
   * only `faceapi-128`.
   */
  readonly engine?: EngineId;
  /** A shipped detector, or on `onnx` the id of one in `models`. Default: `mtcnn` on `onnx`, `ssd-mobilenet-v1` on face-api. */
  readonly detector?: string;
  /** Child processes, 1 to 64. Default: one for each core but one, at least 1. */
  readonly workers?: number;
  /** Threads inside each child, 1 to 64. Default 1: more processes do more than more threads. */
  readonly threadsPerWorker?: number;
  /** Images that may wait for a free child, 0 to 10,000. Default 64; the next one is refused with `ENGINE_BUSY`. */
  readonly maxQueue?: number;
  /** Time for one image in a child, 100 to 600,000 ms. Default 10,000; then `ENGINE_TIMEOUT`, and the child is replaced. */
  readonly jobTimeoutMs?: number;
  /** For measuring: a pack of the user's own may still lack operating points. Default false. */
  readonly isMeasuring?: boolean;
}

export type ResolvedEngineOptions = Required<Omit<EngineOptions, 'models'>> & { readonly models: string | null };

/** Fills in the defaults. @throws RangeError with one sentence if a value cannot be used */
export function resolveEngineOptions(options: EngineOptions): ResolvedEngineOptions {
  const engine = options.engine ?? 'onnx';
  if (!ENGINE_IDS.includes(engine))
    throw new RangeError(`There is no face engine ${String(engine)}; use ${ENGINE_IDS.join(', ')}.`);
  const { detectors, hasOwnDetectors, packs } = ENGINE_KINDS[engine];
  const resolved = {
    pack: options.pack ?? 'mobilefacenet-192',
    models: options.models ?? null,
    engine,
    detector: options.detector ?? detectors[0],
    workers: options.workers ?? Math.max(1, availableParallelism() - 1),
    threadsPerWorker: options.threadsPerWorker ?? 1,
    maxQueue: options.maxQueue ?? 64,
    jobTimeoutMs: options.jobTimeoutMs ?? 10_000,
    isMeasuring: options.isMeasuring ?? false,
  };
  // Whether it stands in the file is known when the file is read.
  const mayBeOwn = hasOwnDetectors && resolved.models !== null;
  if (!mayBeOwn && !(detectors as readonly string[]).includes(resolved.detector))
    throw noDetector(engine, resolved.detector, detectors);
  if (packs !== null && !packs.includes(resolved.pack))
    throw new RangeError(`The face engine ${engine} cannot run the pack ${resolved.pack}; use ${packs.join(', ')}.`);
  assertWhole('workers', resolved.workers, 1, 64);
  assertWhole('threadsPerWorker', resolved.threadsPerWorker, 1, 64);
  assertWhole('maxQueue', resolved.maxQueue, 0, 10_000);
  assertWhole('jobTimeoutMs', resolved.jobTimeoutMs, 100, 600_000);
  return resolved;
}

function assertWhole(name: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new RangeError(`The engine option ${name} must be a whole number from ${low} to ${high}, not ${value}.`);
}
