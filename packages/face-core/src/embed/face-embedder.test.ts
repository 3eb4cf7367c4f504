import { describe, expect, it } from 'vitest';
import { cosineSimilarity } from '../match/verify.js';
import { createEmbedding } from './embedding.js';
import { joinEmbeddings } from './face-embedder.js';

const pack = { modelId: 'two', dimensions: 5 };
const join = (first: number[], second: number[]) =>
  joinEmbeddings(pack, [
    createEmbedding('a', Float32Array.from(first)),
    createEmbedding('b', Float32Array.from(second)),
  ]);

describe('embeddings of two nets joined', () => {
  it('have the mean of both cosines as their cosine, whatever the raw lengths', () => {
    // 60° apart for one net, 90° for the other: (0.5 + 0) / 2.
    const one = join([3, 0], [0, 0, 9]);
    const other = join([0.5, Math.sqrt(0.75)], [0, 1, 0]);
    expect(cosineSimilarity(one, other)).toBeCloseTo(0.25, 6);
    expect(cosineSimilarity(one, one)).toBeCloseTo(1, 6);
  });

  it('carry the model of the pack and the raw length of the first net', () => {
    expect(join([3, 4], [0, 0, 9])).toMatchObject({ modelId: 'two', rawNorm: 5 });
  });

  it('of a wrong length in all are refused', () => {
    expect(() => join([1], [0, 0, 1])).toThrow(expect.objectContaining({ code: 'MODEL_INTEGRITY' }));
  });
});
