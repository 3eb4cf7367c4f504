import { describe, expect, it } from 'vitest';
import { resolveEngineOptions } from './engine-options.js';

describe('resolveEngineOptions', () => {
  it('fills in documented defaults, also for options given as undefined', () => {
    const defaults = {
      pack: 'mobilefacenet-192',
      engine: 'onnx',
      threadsPerWorker: 1,
      maxQueue: 64,
      jobTimeoutMs: 10_000,
    };
    expect(resolveEngineOptions({})).toMatchObject(defaults);
    expect(resolveEngineOptions({ pack: undefined, workers: undefined } as object)).toMatchObject(defaults);
    expect(resolveEngineOptions({}).workers).toBeGreaterThanOrEqual(1);
  });

  it.each([
    [{ workers: 0 }, 'workers'],
    [{ workers: 1.5 }, 'workers'],
    [{ threadsPerWorker: Number.NaN }, 'threadsPerWorker'],
    [{ maxQueue: -1 }, 'maxQueue'],
    [{ jobTimeoutMs: 5 }, 'jobTimeoutMs'],
    [{ pack: 'arcface' }, 'arcface'],
    [{ engine: 'tfjs-node' }, 'tfjs-node'],
  ])('refuses %j in a sentence that names it', (options, name) => {
    expect(() => resolveEngineOptions(options as object)).toThrow(name);
  });
});
