import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { expect, test } from 'vitest';
import { loadManifest } from '../src/manifest.js';
import { readModel, resolveModel, verifyModelHash } from '../src/resolve-model.js';
import { openModel, run } from './session.js';

const MODELS = loadManifest().models;
const SIZES: Readonly<Record<string, number>> = { N: 1, H: 40, W: 56, h: 15, w: 23 };
const sizesOf = (shape: readonly (number | string)[]) => shape.map((size) => SIZES[size] ?? Number(size));
const product = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);

test.each(MODELS)(
  '$id is built, unchanged, and takes and gives what the manifest says',
  async ({ id, input, outputs }) => {
    await verifyModelHash(id);
    const session = await openModel(id);
    expect(session.inputNames).toEqual([input.name]);
    expect([...session.outputNames].sort()).toEqual(outputs.map(({ name }) => name).sort());
    const shape = sizesOf(input.shape);
    const results = await run(session, new Float32Array(product(shape)).fill(0.5), shape);
    for (const output of outputs) {
      expect(results[output.name], output.name).toHaveLength(product(sizesOf(output.shape)));
      expect(results[output.name]?.every(Number.isFinite), output.name).toBe(true);
    }
  },
);

async function failure(action: () => unknown): Promise<string | undefined> {
  try {
    await action();
  } catch (error) {
    return error instanceof DomainError ? `${error.code}: ${error.internal}` : String(error);
  }
  return undefined;
}

test('an unknown, absent, truncated or changed model is MODEL_INTEGRITY', async () => {
  const id = 'mtcnn-pnet';
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rollcall-models-'));
  expect(await failure(() => resolveModel('no-such-model'))).toMatch(/^MODEL_INTEGRITY: The manifest has no model/);
  expect(await failure(() => resolveModel(id, folder))).toMatch(/^MODEL_INTEGRITY: .* is not built/);
  const bytes = await readFile(resolveModel(id).path);
  const file = path.join(folder, `${id}.onnx`);
  await writeFile(file, bytes);
  expect(await failure(() => readModel(id, folder))).toBeUndefined();
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  await writeFile(file, bytes);
  expect(await failure(() => verifyModelHash(id, folder))).toMatch(/^MODEL_INTEGRITY: .* differs from the manifest/);
  await truncate(file, 5000);
  expect(await failure(() => resolveModel(id, folder))).toMatch(/^MODEL_INTEGRITY: .* has 5000 bytes instead of/);
});
