import type { FaceBox } from './face-detection.js';

/** A possible face inside the cascade: corners in image pixels, the score of the net that kept it, its correction. */
export interface Candidate {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly score: number;
  /** Correction of left, top, right, bottom as fractions of width and height. */
  readonly region: readonly [number, number, number, number];
}

/** Moves the four sides by the correction the net gave. */
export function refine(candidate: Candidate): Candidate {
  const { left, top, right, bottom, region } = candidate;
  const width = right - left;
  const height = bottom - top;
  return {
    ...candidate,
    left: left + region[0] * width,
    top: top + region[1] * height,
    right: right + region[2] * width,
    bottom: bottom + region[3] * height,
  };
}

/** The square around the same middle with the longer side; the next net looks at squares. */
export function toSquare({ left, top, right, bottom }: Candidate): FaceBox {
  const side = Math.max(right - left, bottom - top);
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, width: side, height: side };
}

/** How two boxes' overlap is measured: against their union, or against the smaller of the two (finds a box in a box). */
export type OverlapMeasure = 'UNION' | 'SMALLER';

/** Keeps the best of every group of boxes that overlap by more than `threshold`; best first. */
export function suppressNonMaxima<T extends Candidate>(
  candidates: readonly T[],
  threshold: number,
  measure: OverlapMeasure,
): T[] {
  const waiting = [...candidates].sort((one, other) => other.score - one.score);
  const kept: T[] = [];
  for (const candidate of waiting) {
    if (!kept.some((better) => overlap(better, candidate, measure) > threshold)) kept.push(candidate);
  }
  return kept;
}

function overlap(one: Candidate, other: Candidate, measure: OverlapMeasure): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  const areas = [area(one), area(other)];
  return shared / (measure === 'UNION' ? areas[0] + areas[1] - shared : Math.min(...areas));
}

function area({ left, top, right, bottom }: Candidate): number {
  return (right - left) * (bottom - top);
}
