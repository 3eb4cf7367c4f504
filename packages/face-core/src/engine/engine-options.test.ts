import { describe, expect, it } from 'vitest';
import { resolveEngineOptions } from './engine-options.js';

describe('resolveEngineOptions', () => {
  it('fills in documented defaults, also for options given as undefined', () => {
    const defaults = {
      pack: 'mobilefacenet-192',
      engine: 'onnx',
      detector: 'mtcnn',
      threadsPerWorker: 1,
      maxQueue: 64,
      jobTimeoutMs: 10_000,
    };
    expect(resolveEngineOptions({})).toMatchObject(defaults);
    expect(resolveEngineOptions({ pack: undefined, workers: undefined } as object)).toMatchObject(defaults);
    expect(resolveEngineOptions({}).workers).toBeGreaterThanOrEqual(1);
  });

  it('takes the first detector of the engine', () => {
    expect(resolveEngineOptions({ engine: 'tfjs-wasm', pack: 'faceapi-128' }).detector).toBe('ssd-mobilenet-v1');
  });

  it.each([
    [{ workers: 0 }, 'workers'],
    [{ workers: 1.5 }, 'workers'],
    [{ threadsPerWorker: Number.NaN }, 'threadsPerWorker'],
    [{ maxQueue: -1 }, 'maxQueue'],
    [{ jobTimeoutMs: 5 }, 'jobTimeoutMs'],
    [{ engine: 'torch' }, 'There is no face engine torch; use onnx, tfjs-node, tfjs-wasm.'],
    [{ engine: 'tfjs-node' }, 'The face engine tfjs-node cannot run the pack mobilefacenet-192; use faceapi-128.'],
    [{ engine: 'tfjs-wasm', pack: 'fusion' }, 'The face engine tfjs-wasm cannot run the pack fusion'],
    [
      { engine: 'tfjs-wasm', pack: 'faceapi-128', detector: 'mtcnn' },
      'has no detector mtcnn; use ssd-mobilenet-v1, tiny.',
    ],
    [{ detector: 'haar' }, 'The face engine onnx has no detector haar'],
  ])('refuses %j in a sentence that names it', (options, name) => {
    expect(() => resolveEngineOptions(options as object)).toThrow(name);
  });
});
