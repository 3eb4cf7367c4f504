import { createEmbedding, type Embedding } from './embedding.js';

/**
 * One vector from those of several nets: unit vectors one behind the other, scaled by 1/√n. The cosine of two fused vectors
 * is the mean of the nets' own cosines (score fusion by the sum rule, Kittler and others 1998).
 *
 * The raw length kept is that of the first net, which predicts how well a face is recognised.
 *
 * @param modelId name of the fused vectors
 * @param parts one embedding of each net, always in the same order
 */
export function fuseEmbeddings(modelId: string, parts: readonly Embedding[]): Embedding {
  const fused = new Float32Array(parts.reduce((sum, { vector }) => sum + vector.length, 0));
  let offset = 0;
  for (const { vector } of parts) {
    fused.set(vector, offset);
    offset += vector.length;
  }
  return createEmbedding(modelId, fused, parts[0]?.rawNorm);
}
