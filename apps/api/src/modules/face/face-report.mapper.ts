import type { AttemptOperatingPoint, AttemptPad, AttemptQuality } from '@rollcall/db';
import type { FaceDetection } from '@rollcall/face-core';
import type { PadOutcomeValue, QualityReasonValue } from '../../graphql/enums.js';
import type { FaceBox, OperatingPoint, PadReport, QualityReport } from './face-report.types.js';

/** The shapes that both the engine gives and the database keeps. */
export function toQualityReport(quality: AttemptQuality | null): QualityReport | null {
  if (quality === null) return null;
  return {
    isAcceptable: quality.isAcceptable,
    score: quality.score,
    reasons: quality.reasons as readonly QualityReasonValue[],
    measures: quality.measures.map(({ name, value, min, max, isAcceptable }) => ({
      name,
      value,
      min: min ?? null,
      max: max ?? null,
      isAcceptable,
    })),
  };
}

export function toPadReport(pad: AttemptPad | null): PadReport | null {
  if (pad === null) return null;
  return { outcome: pad.outcome as PadOutcomeValue, score: pad.score, threshold: pad.threshold, modelId: pad.modelId };
}

export function toOperatingPoint(point: AttemptOperatingPoint): OperatingPoint {
  const { id, kind, modelId, threshold, targetFmr, isProvisional, version } = point;
  return { id, kind, modelId, threshold, targetFmr, isProvisional, version, measurement: null };
}

/** Pixels of the upright image as fractions of it. */
export function toFaceBox(
  detection: FaceDetection | null,
  image: { readonly width: number; readonly height: number },
): FaceBox | null {
  if (detection === null) return null;
  const { x, y, width, height } = detection.box;
  const left = clamp(x / image.width);
  const top = clamp(y / image.height);
  return {
    x: left,
    y: top,
    width: clamp((x + width) / image.width) - left,
    height: clamp((y + height) / image.height) - top,
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
