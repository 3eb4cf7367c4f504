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
const trial = (vectors: Float32Array, gallerySize = 3) =>
  duplicateTrial({ vectors, dimensions: 4, isAcquired }, photos, [0.5], { gallerySize });

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
  expect(duplicateTrial({ vectors: axes, dimensions: 4, isAcquired }, single, [0.5], { gallerySize: 3 })).toBeNull();
});

it('with two photos a registration is their mean, and twice as many photos are needed to register again', () => {
  const pairs = { ...photos, subjects: Uint32Array.from([0, 0, 0, 0, 1, 1, 2, 3]) };
  const vectors = new Float32Array(8 * 4);
  // The first person's photos lie in a plane: any mean of two of them is at least 0.7 alike to any other.
  for (const photo of [0, 2]) vectors[photo * 4] = 1;
  for (const photo of [1, 3]) vectors.set([0.6, 0.8, 0, 0], photo * 4);
  for (const photo of [4, 5]) vectors[photo * 4 + 2] = 1;
  for (const photo of [6, 7]) vectors[photo * 4 + 3] = 1;
  const options = { gallerySize: 3, photosPerTemplate: 2 };
  expect(duplicateTrial({ vectors, dimensions: 4, isAcquired }, pairs, [0.5], options)).toMatchObject({
    photosPerTemplate: 2,
    points: [{ found: { count: 1, n: 1 }, falseDuplicates: { count: 0, n: 2 } }, {}],
  });
});
