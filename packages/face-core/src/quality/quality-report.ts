/** Why an image is not good enough; the keys of the hints that people see. */
export const QUALITY_REASONS = [
  'FACE_TOO_SMALL',
  'FACE_CUT_OFF',
  'TOO_DARK',
  'TOO_BRIGHT',
  'LOW_CONTRAST',
  'BLURRED',
  'NOT_FRONTAL',
  'NOT_UPRIGHT',
  'OVER_EXPOSED',
  'UNDER_EXPOSED',
  'OCCLUDED',
  'EYES_CLOSED',
  'DETECTION_UNCERTAIN',
] as const;
export type QualityReason = (typeof QUALITY_REASONS)[number];

export interface QualityMeasure {
  readonly name: string;
  readonly value: number;
  /** Acceptable from here. */
  readonly min?: number;
  /** Acceptable up to here. */
  readonly max?: number;
  readonly isAcceptable: boolean;
}

export interface QualityReport {
  /** True if every measure that refuses is acceptable. */
  readonly isAcceptable: boolean;
  /**
   * 0 to 1. Of a captured face: how well the model recognises such faces (`recognition-quality.ts`), where it tells; else,
   * and of a refused one: how far the measures are from their limits, 1 where none is near.
   */
  readonly score: number;
  /** One for every kind of fault, the first measured first; those of an acceptable face are advice, of a refused one they are what refuses. */
  readonly reasons: readonly QualityReason[];
  readonly measures: readonly QualityMeasure[];
}
