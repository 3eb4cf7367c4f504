import { type ModelPack, resolvePack } from '@rollcall/face-core';
import { CliError } from './exit-codes.js';

/**
 * A shipped pack, or one of the `models.json`.
 *
 * @throws CliError with one sentence if there is no such pack, or its entry cannot be used
 * @throws DomainError `MODEL_INTEGRITY` if its file cannot be fetched or has another hash than its entry
 */
export function packNamed(id: string, modelsFile: string | undefined): Promise<ModelPack> {
  return resolvePack(id, modelsFile ?? null).catch((error: unknown) => {
    throw error instanceof RangeError ? new CliError(error.message, { cause: error }) : error;
  });
}
