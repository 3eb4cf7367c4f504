import { expect, test } from 'vitest';
import { fromTransposedMap, stackHeads } from './linear-layer.js';

test('stacked heads begin with the difference of the two logits', () => {
  const tensors = new Map([
    ['score/weights', { shape: [2, 2], data: Float32Array.of(1, 5, 2, 9) }],
    ['score/bias', { shape: [2], data: Float32Array.of(0.5, 2) }],
    ['box/weights', { shape: [2, 1], data: Float32Array.of(3, 4) }],
    ['box/bias', { shape: [1], data: Float32Array.of(-1) }],
  ]);
  const stacked = stackHeads((name) => tensors.get(name) ?? { shape: [], data: new Float32Array() }, ['score', 'box']);
  expect(stacked.shape).toEqual([1, 1, 2, 2]);
  expect([...stacked.data]).toEqual([4, 3, 7, 4]);
  expect([...stacked.bias]).toEqual([1.5, -1]);
});

test('rows trained on column, row, channel are reordered to channel, row, column', () => {
  // 2×2 map with 2 channels, one output; the weight's value spells its column, row and channel.
  const trained = [0, 1, 10, 11, 100, 101, 110, 111];
  const layer = fromTransposedMap({ shape: [8, 1], data: Float32Array.from(trained) }, new Float32Array(1), 2);
  expect([...layer.data]).toEqual([0, 100, 10, 110, 1, 101, 11, 111]);
});
