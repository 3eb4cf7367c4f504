import type { QualityReason } from './quality-report.js';

/** A limit of one measure. Between `min` and `good` (or `good` and `max`) the score of the measure rises from 0 to 1. */
export interface QualityRule {
  readonly name: keyof QualityValues;
  readonly reason: QualityReason;
  readonly min?: number;
  readonly max?: number;
  readonly good: number;
  /** True: beyond the limit there is advice for the person, and no refusal. Default false. */
  readonly isAdvice?: boolean;
}

/** The names of ISO/IEC 29794-5 stand in brackets where it has one. */
export interface QualityValues {
  /** [Inter-eye distance] Pixels between the eyes in the whole photo. */
  readonly interEyeDistancePx: number;
  /** [Crop of the face image] Share of the face box that lies inside the image. */
  readonly visibleShare: number;
  /** [Head pose] Degrees, 0 is frontal; from the five points. */
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
  /** [Sharpness] Share of the fine detail that a small blur takes away, 0 to 1. */
  readonly sharpness: number;
  /** [Luminance mean] Mean luma of the face, 0 to 255. */
  readonly brightness: number;
  /** [Luminance variance] Standard deviation of the luma of the face. */
  readonly contrast: number;
  /** [Under-exposure prevention] Share of the face that is nearly black. */
  readonly underExposedShare: number;
  /** [Over-exposure prevention] Share of the face that is nearly white. */
  readonly overExposedShare: number;
  /** [Eyes open] The more open eye, 0 closed to 1 open. */
  readonly eyeOpenness: number;
  /** [Mouth occlusion prevention] How much the mouth looks covered, 0 for an open face (`measure-coverage.ts`). */
  readonly mouthCoverage: number;
  /** [Mouth occlusion prevention] What is drawn at the mouth against the eyes; a cloth is smooth (`measure-mouth-detail.ts`). */
  readonly mouthDetail: number;
  /** How much more the face is one as its points lie than turned by a quarter or a half, in log-odds (`uprightness.ts`). */
  readonly uprightness: number;
  /** Certainty of the detector, 0 to 1. */
  readonly detectionScore: number;
}

/**
 * The shipped limits (docs/adr/0023). They are wide on purpose: they refuse what no person would accept, not what is
 * merely poor. Brightness in particular must not refuse dark skin in good light, so its lower limit is near black; and eyes
 * never refuse, because the net takes narrow eyes for closed ones.
 */
export const QUALITY_RULES: readonly QualityRule[] = [
  { name: 'detectionScore', reason: 'DETECTION_UNCERTAIN', min: 0.8, good: 0.99 },
  { name: 'uprightness', reason: 'NOT_UPRIGHT', min: 2, good: 6 },
  { name: 'interEyeDistancePx', reason: 'FACE_TOO_SMALL', min: 20, good: 60 },
  { name: 'visibleShare', reason: 'FACE_CUT_OFF', min: 0.8, good: 1 },
  { name: 'yawDegrees', reason: 'NOT_FRONTAL', max: 45, good: 10 },
  { name: 'pitchDegrees', reason: 'NOT_FRONTAL', max: 40, good: 10 },
  { name: 'rollDegrees', reason: 'NOT_FRONTAL', max: 60, good: 15 },
  { name: 'brightness', reason: 'TOO_DARK', min: 25, good: 60 },
  { name: 'brightness', reason: 'TOO_BRIGHT', max: 235, good: 200 },
  { name: 'contrast', reason: 'LOW_CONTRAST', min: 8, good: 25 },
  { name: 'underExposedShare', reason: 'UNDER_EXPOSED', max: 0.6, good: 0.1 },
  { name: 'overExposedShare', reason: 'OVER_EXPOSED', max: 0.4, good: 0.05 },
  { name: 'mouthCoverage', reason: 'OCCLUDED', max: 0.9, good: 0.5 },
  { name: 'mouthDetail', reason: 'OCCLUDED', min: 0.35, good: 0.7 },
  { name: 'eyeOpenness', reason: 'EYES_CLOSED', min: 0.02, good: 0.2, isAdvice: true },
  { name: 'sharpness', reason: 'BLURRED', min: 0.15, good: 0.4 },
];
