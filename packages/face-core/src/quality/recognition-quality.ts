import type { Embedding } from '../embed/embedding.js';
import type { QualityReport } from './quality-report.js';

/** Lengths of a model's raw output between which its score rises from 0 to 1. */
export interface NormRange {
  readonly poor: number;
  readonly good: number;
}

/**
 * Replaces the score by the one that predicts recognition best: the length of the model's output before it is scaled to
 * unit length. Nets trained with a margin on the angle make long vectors of faces they recognise well (Meng et al.,
 * "MagFace", 2021). The verdict and the reasons of the measures stay: people can act on those, not on a length.
 * Without a range, or a length, the report stays as it is (docs/adr/0071).
 */
export function withRecognitionQuality(
  report: QualityReport,
  { rawNorm }: Pick<Embedding, 'rawNorm'>,
  range: NormRange | null,
): QualityReport {
  if (range === null || rawNorm === undefined) return report;
  const score = (rawNorm - range.poor) / (range.good - range.poor);
  return { ...report, score: Math.min(1, Math.max(0, score)) };
}
