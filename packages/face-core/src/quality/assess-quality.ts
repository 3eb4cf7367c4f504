import type { FaceChip } from '../align/align-face.js';
import { type FaceBox, type FaceDetection, interEyeDistancePx } from '../detect/face-detection.js';
import { measureMouthCoverage } from './measure-coverage.js';
import { measureMouthDetail } from './measure-mouth-detail.js';
import { measurePixels } from './measure-pixels.js';
import { measurePose } from './measure-pose.js';
import type { QualityMeasure, QualityReport } from './quality-report.js';
import { QUALITY_RULES, type QualityRule, type QualityValues } from './quality-rules.js';

/**
 * Judges a face before anything is compared.
 *
 * @param face in pixels of the photo
 * @param chip the face aligned to the 112×112 template
 * @param image size of the photo in pixels
 * @param nets what nets see: openness of each eye, 0 closed to 1 open, and whether the points lie the right way up
 */
export function assessQuality(
  face: FaceDetection,
  chip: FaceChip,
  image: { width: number; height: number },
  nets: { eyeOpenness: readonly number[]; uprightness: number },
): QualityReport {
  return judgeQuality({
    detectionScore: face.score,
    interEyeDistancePx: interEyeDistancePx(face),
    visibleShare: visibleShare(face.box, image.width, image.height),
    ...measurePose(face.landmarks),
    ...measurePixels(chip),
    mouthCoverage: measureMouthCoverage(chip),
    mouthDetail: measureMouthDetail(chip),
    // One open eye will do: the other may lie in shadow or behind hair.
    eyeOpenness: Math.max(...nets.eyeOpenness),
    uprightness: nets.uprightness,
  });
}

/** Compares the values with the rules. A value that is not a number is not acceptable. */
export function judgeQuality(values: QualityValues, rules: readonly QualityRule[] = QUALITY_RULES): QualityReport {
  const judged = rules.map((rule) => ({ rule, measure: toMeasure(rule, values[rule.name]) }));
  const failed = judged.filter(({ measure }) => !measure.isAcceptable);
  const refusing = failed.filter(({ rule }) => !rule.isAdvice);
  return {
    isAcceptable: refusing.length === 0,
    score: judged.reduce(
      (product, { rule, measure }) => product * (rule.isAdvice ? 1 : unitScore(rule, measure.value)),
      1,
    ),
    // Advice about a face that is refused anyway would only distract, and may come from what is wrong with it.
    reasons: [...new Set((refusing.length > 0 ? refusing : failed).map(({ rule }) => rule.reason))],
    measures: judged.map(({ measure }) => measure),
  };
}

function toMeasure({ name, min, max }: QualityRule, value: number): QualityMeasure {
  const isAcceptable = value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
  return { name, value, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), isAcceptable };
}

/** 0 at the limit, 1 from `good` on. */
function unitScore({ min, max, good }: QualityRule, value: number): number {
  const limit = min ?? max ?? good;
  const score = (value - limit) / (good - limit);
  return Number.isNaN(score) ? 0 : Math.min(1, Math.max(0, score));
}

function visibleShare({ x, y, width, height }: FaceBox, imageWidth: number, imageHeight: number): number {
  const visibleWidth = Math.min(x + width, imageWidth) - Math.max(x, 0);
  const visibleHeight = Math.min(y + height, imageHeight) - Math.max(y, 0);
  return (Math.max(0, visibleWidth) * Math.max(0, visibleHeight)) / (width * height);
}
