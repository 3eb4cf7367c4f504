import { availableParallelism } from 'node:os';
import { PACK_IDS, type PackId } from '../embed/model-packs.js';

export interface EngineOptions {
  /** Embedding net and alignment. Default `mobilefacenet-192`. Templates of one pack are of no use to another. */
  readonly pack?: PackId;
  /** What runs the nets. Default and only choice: `onnx`. */
  readonly engine?: 'onnx';
  /** Child processes, 1 to 64. Default: one for each core but one, at least 1. */
  readonly workers?: number;
  /** Threads inside each child, 1 to 64. Default 1: more processes do more than more threads. */
  readonly threadsPerWorker?: number;
  /** Images that may wait for a free child, 0 to 10,000. Default 64; the next one is refused with `ENGINE_BUSY`. */
  readonly maxQueue?: number;
  /** Time for one image in a child, 100 to 600,000 ms. Default 10,000; then `ENGINE_TIMEOUT`, and the child is replaced. */
  readonly jobTimeoutMs?: number;
}

export type ResolvedEngineOptions = Required<EngineOptions>;

/** Fills in the defaults. @throws RangeError with one sentence if a value cannot be used */
export function resolveEngineOptions(options: EngineOptions): ResolvedEngineOptions {
  const resolved = {
    pack: options.pack ?? 'mobilefacenet-192',
    engine: options.engine ?? 'onnx',
    workers: options.workers ?? Math.max(1, availableParallelism() - 1),
    threadsPerWorker: options.threadsPerWorker ?? 1,
    maxQueue: options.maxQueue ?? 64,
    jobTimeoutMs: options.jobTimeoutMs ?? 10_000,
  };
  if (!PACK_IDS.includes(resolved.pack))
    throw new RangeError(`There is no face pack ${resolved.pack}; use ${PACK_IDS.join(' or ')}.`);
  if (resolved.engine !== 'onnx') throw new RangeError(`There is no face engine ${String(resolved.engine)}; use onnx.`);
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
