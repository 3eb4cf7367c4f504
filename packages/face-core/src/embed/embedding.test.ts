import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createEmbedding } from './embedding.js';
import { readEmbedding } from './embedding-net.js';
import { MODEL_PACKS } from './model-packs.js';

const embedding = createEmbedding('some-model', Float32Array.of(3, 0, -4));

describe('an embedding', () => {
  it('has unit length and keeps the length it came with', () => {
    expect([...embedding.vector]).toEqual([Math.fround(0.6), 0, Math.fround(-0.8)]);
    expect(embedding.rawNorm).toBe(5);
  });

  it('does not show its values in JSON, in text, in a log or in a copy by spreading', () => {
    const shown = [
      JSON.stringify({ result: [embedding] }),
      String(embedding),
      `${embedding}`,
      inspect({ result: embedding }, { depth: 9, showHidden: true }),
      inspect({ ...embedding }),
      JSON.stringify(Object.entries(embedding)),
    ];
    for (const text of shown) {
      expect(text).toContain('some-model');
      expect(text).not.toMatch(/0\.[68]|-?[345]\b/);
    }
  });

  it.each([
    ['a value that is not a number', [1, Number.NaN]],
    ['an infinite value', [1, Number.POSITIVE_INFINITY]],
    ['nothing but zeros', [0, 0]],
  ])('is never made from %s', (_what, values) => {
    expect(() => createEmbedding('some-model', Float32Array.from(values))).toThrow(
      expect.objectContaining({ code: 'MODEL_INTEGRITY' }),
    );
  });
});

describe('readEmbedding', () => {
  const pack = MODEL_PACKS['faceapi-128'];

  it('refuses an output of another length or with NaN in it', () => {
    const output = new Float32Array(128).fill(0.5);
    expect(readEmbedding(pack, output).vector).toHaveLength(128);
    const broken = [output.slice(1), new Float32Array(129).fill(1), output.with(77, Number.NaN)];
    for (const values of broken) {
      expect(() => readEmbedding(pack, values)).toThrow(expect.objectContaining({ code: 'MODEL_INTEGRITY' }));
    }
  });
});
