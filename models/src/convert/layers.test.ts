import { expect, test } from 'vitest';
import { foldNormalisation, foldScale, type Kernel, kernelFromHwio } from './layers.js';

const HWIO = { shape: [2, 3, 2, 1], data: Float32Array.from({ length: 12 }, (_, index) => index) };

test('a TensorFlow kernel is reordered to output, input, row, column', () => {
  const { shape, weights } = kernelFromHwio(HWIO, new Float32Array(1));
  expect(shape).toEqual([1, 2, 2, 3]);
  expect([...weights]).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]);
});

test('a transposed kernel has its rows and columns swapped', () => {
  const { shape, weights } = kernelFromHwio(HWIO, new Float32Array(1), true);
  expect(shape).toEqual([1, 2, 3, 2]);
  expect([...weights]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
});

/** The value of a 2-output, 2-input convolution at the one place where it fits. */
function apply({ shape, weights, bias }: Kernel, pixels: readonly number[]): number[] {
  const size = shape[1] * shape[2] * shape[3];
  return [...bias].map((start, output) =>
    pixels.reduce((sum, pixel, index) => sum + pixel * (weights[output * size + index] ?? Number.NaN), start),
  );
}

const KERNEL: Kernel = {
  shape: [2, 2, 1, 2],
  weights: Float32Array.of(1, -2, 3, 4, 0.5, 0.25, -1, 2),
  bias: Float32Array.of(0.5, -1),
};
const PIXELS = [10, 250, 3, 99];

test('a folded normalisation gives what normalising before gives', () => {
  const mean = [100, 50];
  const normalised = PIXELS.map((pixel, index) => (pixel - (mean[index >> 1] ?? 0)) / 128);
  const expected = apply(KERNEL, normalised);
  apply(foldNormalisation(KERNEL, mean, 1 / 128), PIXELS).forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 5);
  });
});

test('a folded scale and offset give what scaling after gives', () => {
  const [first = 0, second = 0] = apply(KERNEL, PIXELS);
  const folded = foldScale(KERNEL, Float32Array.of(2, -3), Float32Array.of(7, 0.5));
  expect(apply(folded, PIXELS)).toEqual([first * 2 + 7, second * -3 + 0.5]);
});
