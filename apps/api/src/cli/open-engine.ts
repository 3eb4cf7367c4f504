import { type EngineOptions, FaceEngine } from '@rollcall/face-core';
import { CliError } from './exit-codes.js';

/** The engine for one command. @throws CliError with one sentence if there is no such engine, detector or pack, or it is not installed */
export async function openEngine(options: EngineOptions): Promise<FaceEngine> {
  try {
    return await FaceEngine.create({ ...options, workers: 1 });
  } catch (error) {
    if (error instanceof RangeError) throw new CliError(error.message, { cause: error });
    throw error;
  }
}
