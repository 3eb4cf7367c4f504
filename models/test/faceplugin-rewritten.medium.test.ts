import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { tarballName } from '../src/build/fetch-tarball.js';
import { readTarball } from '../src/build/tar-reader.js';
import { loadManifest } from '../src/manifest.js';
import { MODELS_DIR } from '../src/weights-dir.js';
import { cutOut, FACES, toPlanes } from './chip.js';
import { largestDifference, openModel, run } from './session.js';

/** The file as its publisher made it, run as it is. */
async function openSource(id: string): Promise<InferenceSession> {
  const source = loadManifest().models.find((model) => model.id === id)?.source;
  if (source === undefined) throw new Error(`The manifest has no model ${id}.`);
  const cache = process.env.ROLLCALL_MODELS_CACHE || path.join(MODELS_DIR, '.cache');
  const tarball = await readFile(path.join(cache, tarballName(source.package, source.version)));
  const [file] = readTarball(
    tarball,
    source.files.map(({ path: name }) => name),
  ).values();
  return InferenceSession.create(file ?? new Uint8Array(), { intraOpNumThreads: 1, interOpNumThreads: 1 });
}

/** The share of each class: what is compared with a threshold. */
function softmax(logits: Float32Array): Float32Array {
  const powers = logits.map((logit) => Math.exp(logit));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

test.each([
  { id: 'pad-faceplugin', side: 128, normalise: (chip: Uint8Array) => toPlanes(chip), read: softmax },
  {
    id: 'faceplugin-512',
    side: 112,
    normalise: (chip: Uint8Array) => toPlanes(chip, 127, 1 / 128),
    read: (vector: Float32Array) => vector,
  },
])('$id gives what the file it is made from gives, within 1e-5', async ({ id, side, normalise, read }) => {
  const [source, built] = [await openSource(id), await openModel(id)];
  const length = 3 * side * side;
  const noise = Uint8Array.from({ length }, (_, index) => (index * 7919 + (index >> 5) * 104729) % 256);
  const faces = await Promise.all(Object.values(FACES).map((face) => cutOut(face, side)));
  for (const chip of [noise, new Uint8Array(length), new Uint8Array(length).fill(255), ...faces]) {
    const [pixels, shape] = [normalise(chip), [1, 3, side, side]];
    const { output: expected = new Float32Array() } = await run(source, pixels, shape);
    const { output = new Float32Array() } = await run(built, pixels, shape);
    expect(output.length).toBeGreaterThan(0);
    expect(largestDifference(read(output), read(expected))).toBeLessThan(1e-5);
  }
});
