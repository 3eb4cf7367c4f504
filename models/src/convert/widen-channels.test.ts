import { expect, test } from 'vitest';
import { widenedChannels, widenKernel, widenValues } from './widen-channels.js';

test('the count of channels grows to whole blocks of 16, and stays where it fills them', () => {
  expect([1, 13, 16, 103, 231].map(widenedChannels)).toEqual([16, 16, 16, 112, 240]);
});

test('a widened kernel keeps every weight at its place; what is added is zero', () => {
  const kernel = {
    shape: [2, 2, 1, 2],
    weights: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    bias: Float32Array.of(9, 10),
  } as const;
  const { shape, weights, bias } = widenKernel(kernel, 3, 3);
  expect(shape).toEqual([3, 3, 1, 2]);
  expect([...weights]).toEqual([1, 2, 3, 4, 0, 0, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...bias]).toEqual([9, 10, 0]);
  expect([...widenValues(Float32Array.of(0.5), 2)]).toEqual([0.5, 0]);
});

test('nothing is made narrower', () => {
  expect(() => widenValues(new Float32Array(3), 2)).toThrow(RangeError);
});
