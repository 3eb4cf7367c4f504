import { expect, test } from 'vitest';
import { readTfjsWeights } from './tfjs-weights.js';

const QUANTISED = { name: 'a', shape: [3], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.5, min: -1 } };
const PLAIN = { name: 'b', shape: [1, 2], dtype: 'float32' };
const SHARD = Uint8Array.of(0, 2, 255, ...new Uint8Array(Float32Array.of(1.5, -2).buffer));

function read(weights: readonly object[], shard = SHARD) {
  return readTfjsWeights(new TextEncoder().encode(JSON.stringify([{ paths: ['shard'], weights }])), shard);
}

test('quantised and plain weights are read in the order of the manifest', () => {
  const weight = read([QUANTISED, PLAIN]);
  expect([...weight('a').data]).toEqual([-1, 0, 126.5]);
  expect(weight('b')).toEqual({ shape: [1, 2], data: Float32Array.of(1.5, -2) });
});

test('a name that is not there is an error', () => {
  expect(() => read([QUANTISED, PLAIN])('c')).toThrow('There is no weight named c.');
});

test('a shard too short or too long is an error', () => {
  expect(() => read([QUANTISED, PLAIN], SHARD.subarray(0, 10))).toThrow('The weights end before b.');
  expect(() => read([QUANTISED])).toThrow('8 bytes too many');
});

test('a type it does not know is an error', () => {
  expect(() => read([{ ...PLAIN, dtype: 'int32' }])).toThrow('is int32, not float32');
  expect(() => read([{ ...QUANTISED, quantization: { dtype: 'uint16', scale: 1, min: 0 } }])).toThrow('uint16');
});
