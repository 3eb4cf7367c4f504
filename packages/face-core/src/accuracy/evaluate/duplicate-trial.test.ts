import { expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { duplicateTrial } from './duplicate-trial.js';

/** Four people on the axes of a space, two photos each. */
const axes = new Float32Array(8 * 4);
for (let photo = 0; photo < 8; photo++) axes[photo * 4 + Math.floor(photo / 2)] = 1;
const photos: PhotoSet = {
  names: Array.from({ length: 8 }, (_, i) => `${i}.jpg`),
  root: '',
  subjects: Uint32Array.from({ length: 8 }, (_, i) => Math.floor(i / 2)),
  subjectCount: 4,
};
const isAcquired = new Uint8Array(8).fill(1);
const trial = (vectors: Float32Array, size = 3) =>
  duplicateTrial({ vectors, dimensions: 4, isAcquired }, photos, [0.5], size);

it('everybody who registers again is found, and nobody new is taken for another', () => {
  expect(trial(axes)).toMatchObject({
    gallerySize: 3,
    points: [{ threshold: 0.5, found: { count: 4, n: 4 }, falseDuplicates: { count: 0, n: 4 } }, {}],
  });
});

it('two people alike are each taken for the other, and the added threshold lies above their similarity', () => {
  const alike = axes.slice();
  for (const photo of [2, 3]) alike.set([0.8, 0.6, 0, 0], photo * 4);
  const found = trial(alike);
  expect(found?.points[0]?.falseDuplicates.count).toBe(2);
  expect(found?.highestFalse).toBeCloseTo(0.8);
  expect(found?.points[1]).toMatchObject({ found: { count: 4 }, falseDuplicates: { count: 0 } });
});

it('a second photo unlike the first is not found', () => {
  const unlike = axes.slice();
  unlike.set([0, 0, 0, 1], 1 * 4);
  expect(trial(unlike)?.points[0]?.found.count).toBe(3);
});

it('nobody with two photos makes no trial', () => {
  const single = { ...photos, subjects: Uint32Array.from({ length: 8 }, (_, i) => i), subjectCount: 8 };
  expect(duplicateTrial({ vectors: axes, dimensions: 4, isAcquired }, single, [0.5], 3)).toBeNull();
});
