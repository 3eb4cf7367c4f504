import { DomainError } from '@rollcall/contracts';
import type { OperatingPoint } from '@rollcall/models';
import type { Embedding } from '../embed/embedding.js';

export interface ComparisonResult {
  readonly outcome: 'MATCH' | 'NON_MATCH';
  /** Cosine, -1 to 1, higher is more alike: the best over the templates. */
  readonly similarity: number;
  readonly operatingPointId: string;
  readonly modelId: string;
}

/**
 * Compares a face with the templates of one person (1:1).
 *
 * @throws DomainError `TEMPLATE_MODEL_MISMATCH` if probe, templates and operating point are not all of one model
 * @throws RangeError if the person has no template: ask for NOT_ENROLLED before
 */
export function verify(probe: Embedding, gallery: readonly Embedding[], op: OperatingPoint): ComparisonResult {
  if (gallery.length === 0) throw new RangeError('There is no template to compare with.');
  if (probe.modelId !== op.modelId) throw mismatch(probe.modelId, op.modelId);
  const similarity = Math.max(...gallery.map((template) => cosineSimilarity(probe, template)));
  return {
    outcome: similarity >= op.threshold ? 'MATCH' : 'NON_MATCH',
    similarity,
    operatingPointId: op.id,
    modelId: op.modelId,
  };
}

/** Cosine of the angle between two embeddings, clamped to -1 … 1. @throws DomainError `TEMPLATE_MODEL_MISMATCH` */
export function cosineSimilarity(one: Embedding, other: Embedding): number {
  if (one.modelId !== other.modelId || one.vector.length !== other.vector.length) {
    throw mismatch(one.modelId, other.modelId);
  }
  const { vector } = other;
  const product = one.vector.reduce((sum, value, index) => sum + value * vector[index], 0);
  return Math.min(1, Math.max(-1, product));
}

/**
 * Distance of the two vectors as the model gave them, before they were scaled to unit length; for face-api's 128-d net
 * this is the figure whose customary limit is 0.6. Null if a raw length was not kept.
 *
 * @throws DomainError `TEMPLATE_MODEL_MISMATCH`
 */
export function rawDistance(one: Embedding, other: Embedding): number | null {
  const cosine = cosineSimilarity(one, other);
  if (one.rawNorm === undefined || other.rawNorm === undefined) return null;
  return Math.sqrt(Math.max(0, one.rawNorm ** 2 + other.rawNorm ** 2 - 2 * one.rawNorm * other.rawNorm * cosine));
}

function mismatch(expected: string, found: string): DomainError {
  return new DomainError('TEMPLATE_MODEL_MISMATCH', { internal: `${expected} against ${found}` });
}
