import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { loadManifest, type ManifestEntry, type ModelInput, type ModelOutput } from './manifest.js';
import { sha256 } from './sha256.js';
import { WEIGHTS_DIR } from './weights-dir.js';

export interface ResolvedModel {
  readonly id: string;
  /** Absolute path of the `.onnx` file. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly input: ModelInput;
  readonly outputs: readonly ModelOutput[];
  /** Length of the embedding, or null if the model makes none. */
  readonly dim: number | null;
}

/** Finds a built model; throws `MODEL_INTEGRITY` if the id is unknown, the file is absent or has another size. */
export function resolveModel(id: string, weightsDir = WEIGHTS_DIR): ResolvedModel {
  const { built, input, outputs, dim } = entryOf(id);
  const file = path.join(weightsDir, `${id}.onnx`);
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (sizeBytes === undefined) throw damaged(`The model ${id} is not built; run the build of the models workspace.`);
  if (sizeBytes !== built.sizeBytes)
    throw damaged(`The model ${id} has ${sizeBytes} bytes instead of ${built.sizeBytes}; build it again.`);
  return { id, path: file, sha256: built.sha256, sizeBytes, input, outputs, dim };
}

/** Reads a built model whose SHA-256 is the one in the manifest; throws `MODEL_INTEGRITY` if it is not. */
export async function readModel(id: string, weightsDir = WEIGHTS_DIR): Promise<Uint8Array> {
  const model = resolveModel(id, weightsDir);
  const bytes = await readFile(model.path);
  if (sha256(bytes) !== model.sha256) throw damaged(`The model ${id} differs from the manifest; build it again.`);
  return bytes;
}

/** Checks the SHA-256 of a built model against the manifest; throws `MODEL_INTEGRITY` if it differs. */
export async function verifyModelHash(id: string, weightsDir = WEIGHTS_DIR): Promise<void> {
  await readModel(id, weightsDir);
}

function entryOf(id: string): ManifestEntry {
  const entry = loadManifest().models.find((model) => model.id === id);
  if (entry === undefined) throw damaged(`The manifest has no model ${id}.`);
  return entry;
}

function damaged(internal: string): DomainError {
  return new DomainError('MODEL_INTEGRITY', { internal });
}
