import type { OperatingPoint } from '@rollcall/models';
import type { Embedding } from '../embed/embedding.js';
import { type ComparisonResult, cosineSimilarity, verify } from './verify.js';

/**
 * Compares several frames of one moment with the templates of one person (1:1). A template is as alike as the frames are on
 * average: at the same threshold both error rates fall, while the best frame, or the mean vector scaled to unit length, lets
 * more strangers through (docs/adr/0056-several-frames.md).
 *
 * @throws DomainError `TEMPLATE_MODEL_MISMATCH` if they are not all of one model
 * @throws RangeError without a frame or a template
 */
export function verifyFrames(
  frames: readonly Embedding[],
  gallery: readonly Embedding[],
  op: OperatingPoint,
): ComparisonResult {
  const [first, ...others] = frames;
  if (first === undefined) throw new RangeError('There is no frame to compare.');
  const single = verify(first, gallery, op);
  if (others.length === 0) return single;
  const similarity = Math.max(...gallery.map((template) => meanSimilarity(frames, template)));
  return { ...single, similarity, outcome: similarity >= op.threshold ? 'MATCH' : 'NON_MATCH' };
}

function meanSimilarity(frames: readonly Embedding[], template: Embedding): number {
  return frames.reduce((sum, frame) => sum + cosineSimilarity(frame, template), 0) / frames.length;
}
