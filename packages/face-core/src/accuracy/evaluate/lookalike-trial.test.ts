import { expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { lookalikeTrial } from './lookalike-trial.js';

/** Three people, two photos each; the first two look alike, at a cosine of 0.8. */
const vectors = new Float32Array(6 * 3);
for (const photo of [0, 1]) vectors.set([1, 0, 0], photo * 3);
for (const photo of [2, 3]) vectors.set([0.8, 0.6, 0], photo * 3);
for (const photo of [4, 5]) vectors.set([0, 0, 1], photo * 3);
const photos: PhotoSet = {
  names: Array.from({ length: 6 }, (_, i) => `${i}.jpg`),
  root: '',
  subjects: Uint32Array.from([0, 0, 1, 1, 2, 2]),
  subjectCount: 3,
};
const isAcquired = new Uint8Array(6).fill(1);
const trial = (subjects = photos.subjects, photosPerTemplate = 1) =>
  lookalikeTrial({ vectors, dimensions: 3, isAcquired }, { ...photos, subjects }, [0.7, 0.9], photosPerTemplate);

it('a lookalike gets in at the lower threshold and not at the higher one, and the person at both', () => {
  // The third person is unlike both and has a lookalike all the same: the nearest there is.
  expect(trial()).toMatchObject({
    pairs: 3,
    points: [
      { threshold: 0.7, falseMatches: { count: 2, n: 3 }, falseNonMatches: { count: 0, n: 3 } },
      { threshold: 0.9, falseMatches: { count: 0, n: 3 }, falseNonMatches: { count: 0, n: 3 } },
    ],
  });
});

it('a person refused by the own template counts as a false non-match', () => {
  // Two of the three people own photos of two unlike faces.
  const mixed = trial(Uint32Array.from([0, 1, 1, 2, 0, 2]));
  expect(mixed?.points[0]?.falseNonMatches).toMatchObject({ count: 2, n: 3 });
});

it('nobody with photos left makes no trial', () => {
  expect(trial(Uint32Array.from([0, 1, 2, 3, 4, 5]))).toBeNull();
});
