import { expect, test } from 'vitest';
import { FlatTable } from './flatbuffer-reader.js';

/**
 * A buffer laid out by hand:
 *  0 root → 16 · 4 "TEST" · 8 vtable: 8 bytes, table of 12, field 0 at +4, field 1 absent · 16 table: vtable 8 back,
 * field 0 is a vector at 24 · 24 length 2, then -1 and 7
 */
function sample(): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint32(0, 16, true);
  new Uint8Array(view.buffer).set(new TextEncoder().encode('TEST'), 4);
  for (const [index, value] of [8, 12, 4, 0].entries()) view.setUint16(8 + index * 2, value, true);
  view.setInt32(16, 8, true);
  view.setUint32(20, 4, true);
  view.setUint32(24, 2, true);
  view.setInt32(28, -1, true);
  view.setInt32(32, 7, true);
  return new Uint8Array(view.buffer);
}

test('a vector is found through the root, the table and its vtable', () => {
  expect(FlatTable.root(sample(), 'TEST').int32s(0)).toEqual([-1, 7]);
});

test('a field that is left out gives its default or an empty vector', () => {
  const table = FlatTable.root(sample(), 'TEST');
  expect(table.uint32(1, 5)).toBe(5);
  expect(table.byte(9, 3)).toBe(3);
  expect(table.int32s(1)).toEqual([]);
  expect(table.tables(2)).toEqual([]);
  expect(table.table(1)).toBeUndefined();
  expect(table.string(1)).toBe('');
});

test('it reads the same from the middle of a larger buffer', () => {
  const shifted = new Uint8Array(100);
  shifted.set(sample(), 13);
  expect(FlatTable.root(shifted.subarray(13, 49), 'TEST').int32s(0)).toEqual([-1, 7]);
});

test('another identifier is refused', () => {
  expect(() => FlatTable.root(sample(), 'TFL3')).toThrow('The file is not TFL3');
});

test('a file cut short throws instead of giving zeros', () => {
  expect(() => FlatTable.root(sample().subarray(0, 30), 'TEST').int32s(0)).toThrow(RangeError);
});
