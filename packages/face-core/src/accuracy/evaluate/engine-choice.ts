import type { EngineId } from '../../engine/engine-kinds.js';
import type { EngineOptions } from '../../engine/engine-options.js';

/** What is measured; names are checked by the engine, which refuses an unknown one in a sentence. */
export interface EngineChoice {
  /** Default `mobilefacenet-192`. */
  readonly pack?: string | undefined;
  /** Default `onnx`. */
  readonly engine?: string | undefined;
  /** Default: that of the engine. */
  readonly detector?: string | undefined;
  /** A `models.json` with packs and detectors of the user's own. */
  readonly models?: string | undefined;
}

export function engineOptionsOf({ pack, engine, detector, models }: EngineChoice): EngineOptions {
  return {
    isMeasuring: true,
    ...(pack === undefined ? {} : { pack }),
    ...(engine === undefined ? {} : { engine: engine as EngineId }),
    ...(detector === undefined ? {} : { detector }),
    ...(models === undefined ? {} : { models }),
  };
}
