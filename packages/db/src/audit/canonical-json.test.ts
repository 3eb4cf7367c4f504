import { describe, expect, it } from 'vitest';
import { hashInput } from '../idempotency/hash-input.js';
import { canonicalJson, plainCopy } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same for the same content in any order of fields', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, null], c: 'x' } })).toBe('{"a":{"c":"x","d":[2,null]},"b":1}');
    expect(hashInput({ a: 1, b: 2 })).toBe(hashInput({ b: 2, a: 1 }));
  });

  it('differs for different content', () => {
    const values = [
      {},
      { a: null },
      { a: 0 },
      { a: '0' },
      { a: [0] },
      { a: { 0: 0 } },
      [],
      [{}],
      '',
      null,
      false,
      { 'a":1': 1 },
    ];
    expect(new Set(values.map((value) => canonicalJson(value))).size).toBe(values.length);
  });

  it('sorts keys by UTF-16 units, as RFC 8785 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
  });

  it('writes dates as text, leaves undefined out, keeps places in lists', () => {
    expect(canonicalJson({ at: new Date(0), a: undefined, b: [undefined, 1] })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","b":[null,1]}',
    );
    expect(plainCopy({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });

  it('refuses what is not plain data', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      () => 1,
      Symbol('x'),
      new Map(),
      Buffer.from('x'),
      cycle,
    ]) {
      expect(() => canonicalJson({ value })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    }
  });
});
