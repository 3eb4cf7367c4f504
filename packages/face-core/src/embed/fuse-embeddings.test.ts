import { describe, expect, it } from 'vitest';
import { cosineSimilarity } from '../match/verify.js';
import { createEmbedding, type Embedding } from './embedding.js';
import { fuseEmbeddings } from './fuse-embeddings.js';

const at = (modelId: string, degrees: number): Embedding => {
  const angle = (degrees * Math.PI) / 180;
  return createEmbedding(modelId, Float32Array.of(5 * Math.cos(angle), 5 * Math.sin(angle)));
};

describe('fuseEmbeddings', () => {
  it('makes vectors whose cosine is the mean of the cosines of the nets, whatever the length of their outputs', () => {
    const one = fuseEmbeddings('fused', [at('a', 0), createEmbedding('b', Float32Array.of(0, 0, 9))]);
    const other = fuseEmbeddings('fused', [at('a', 60), createEmbedding('b', Float32Array.of(0, 2, 0))]);
    expect(cosineSimilarity(one, other)).toBeCloseTo((0.5 + 0) / 2, 6);
    expect(cosineSimilarity(one, one)).toBeCloseTo(1, 6);
  });

  it('carries the name of the pack, so that it is never compared with a vector of one of its nets', () => {
    expect(fuseEmbeddings('fused', [at('a', 0), at('b', 0)]).modelId).toBe('fused');
  });
});
