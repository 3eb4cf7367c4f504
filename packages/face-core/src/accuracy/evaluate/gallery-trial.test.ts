import { expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { galleryTrial } from './gallery-trial.js';

/** Four people on the axes of a space, two photos each; the second photo of the last person was missed. */
const vectors = new Float32Array(8 * 4);
for (let photo = 0; photo < 8; photo++) vectors[photo * 4 + Math.floor(photo / 2)] = 1;
const photos: PhotoSet = {
  names: Array.from({ length: 8 }, (_, i) => `${i}.jpg`),
  root: '',
  subjects: Uint32Array.from({ length: 8 }, (_, i) => Math.floor(i / 2)),
  subjectCount: 4,
};
const isAcquired = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0);

it('every photo is searched as a stranger, and once more as itself if it was not enrolled', () => {
  const found = galleryTrial({ vectors, dimensions: 4, isAcquired }, photos, [0.5]);
  expect(found).toMatchObject({ gallerySize: 4, nonMated: 8, mated: 4 });
  // Strangers are at right angles; of the mates only the missed photo is not found.
  expect(found?.points.at(-1)).toMatchObject({ fpir: { count: 0 }, fnir: { count: 1 } });
});

it('nobody is a mated search without a full template', () => {
  expect(galleryTrial({ vectors, dimensions: 4, isAcquired }, photos, [0.5], 2)).toBeNull();
});

it('a stranger who looks like somebody enrolled is counted', () => {
  const alike = vectors.slice();
  alike.set([0.9, Math.sqrt(1 - 0.81), 0, 0], 2 * 4);
  const found = galleryTrial({ vectors: alike, dimensions: 4, isAcquired }, photos, [0.85], 1);
  expect(found?.points.at(-1)?.fpir.count).toBeGreaterThan(0);
});
