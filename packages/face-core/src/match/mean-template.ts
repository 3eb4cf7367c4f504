import { DomainError } from '@rollcall/contracts';
import { createEmbedding, type Embedding } from '../embed/embedding.js';

/**
 * One template from several photos of a person: the mean direction. Against one photo it halves the rate of false
 * non-matches or better.
 *
 * @throws DomainError `TEMPLATE_MODEL_MISMATCH` if the embeddings are of several models
 * @throws RangeError if there is none
 */
export function meanTemplate(embeddings: readonly Embedding[]): Embedding {
  const [first] = embeddings;
  if (first === undefined) throw new RangeError('A template needs at least one embedding.');
  const sum = new Float32Array(first.vector.length);
  for (const { modelId, vector } of embeddings) {
    if (modelId !== first.modelId || vector.length !== sum.length) {
      throw new DomainError('TEMPLATE_MODEL_MISMATCH', { internal: `${first.modelId} against ${modelId}` });
    }
    for (let i = 0; i < sum.length; i += 1) sum[i] += vector[i];
  }
  return createEmbedding(first.modelId, sum);
}
