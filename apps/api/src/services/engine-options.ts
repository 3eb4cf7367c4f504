import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineOptions } from '@rollcall/face-core';
import type { Env } from '../env.js';

const OWN_MODELS_FILE = 'models.json';

/** The face engine that the settings ask for. */
export function engineOptionsFrom(env: Env): EngineOptions {
  const models = ownModelsFile(env);
  return {
    engine: env.FACE_ENGINE,
    pack: env.FACE_PACK,
    ...(env.FACE_DETECTOR === undefined ? {} : { detector: env.FACE_DETECTOR }),
    ...(models === undefined ? {} : { models }),
  };
}

/** Where the organisation describes models of its own: `FACE_MODELS`, or `models.json` in the data directory if it is there. */
export function ownModelsFile({ FACE_MODELS, ROLLCALL_DATA_DIR }: Env): string | undefined {
  if (FACE_MODELS !== undefined) return path.resolve(FACE_MODELS);
  const usual = path.join(ROLLCALL_DATA_DIR, OWN_MODELS_FILE);
  return existsSync(usual) ? usual : undefined;
}
