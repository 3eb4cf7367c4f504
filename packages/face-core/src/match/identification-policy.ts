import { DomainError } from '@rollcall/contracts';

/** The part of an operating point that 1:N needs. `targetFmr` is the false match rate of one comparison at `threshold`. */
export interface IdentificationPoint {
  readonly id: string;
  readonly modelId: string;
  /** Cosine similarity, −1 to 1. */
  readonly threshold: number;
  readonly targetFmr: number;
}

/**
 * The largest share of strangers that 1:N attendance may let in. With N independent comparisons at a false match rate f,
 * FPIR = 1 − (1 − f)^N ≈ N·f (ISO/IEC 19795-1), so N·f is the bound that settings are checked against.
 */
export const MAX_FALSE_POSITIVE_IDENTIFICATION_RATE = 0.01;

/** Expected FPIR of a search over `templateCount` templates, 0 to 1, taking the comparisons as independent. */
export function expectedFpir(templateCount: number, fmr: number): number {
  return -Math.expm1(templateCount * Math.log1p(-fmr));
}

/** True if N × FMR stays within the bound above. */
export function isSafeForGallery(templateCount: number, fmr: number): boolean {
  return templateCount * fmr <= MAX_FALSE_POSITIVE_IDENTIFICATION_RATE;
}

/**
 * The least strict point that is still safe for this many templates; of two with one rate, the higher threshold.
 *
 * @returns null if no point is strict enough: 1:N may then only propose, a person decides.
 */
export function selectIdentificationPoint<P extends IdentificationPoint>(
  points: readonly P[],
  templateCount: number,
): P | null {
  let chosen: P | null = null;
  for (const point of points) {
    if (!isSafeForGallery(templateCount, point.targetFmr)) continue;
    if (chosen === null || isPreferred(point, chosen)) chosen = point;
  }
  return chosen;
}

function isPreferred(one: IdentificationPoint, other: IdentificationPoint): boolean {
  if (one.targetFmr !== other.targetFmr) return one.targetFmr > other.targetFmr;
  return one.threshold > other.threshold;
}

/**
 * As `selectIdentificationPoint`, but with an answer for a gallery that no point is safe for: the strictest one, and `isSafe`
 * false, so that nobody is named for certain.
 *
 * @throws RangeError without a point
 */
export function galleryPoint<P extends IdentificationPoint>(
  points: readonly P[],
  templateCount: number,
): { readonly point: P; readonly isSafe: boolean } {
  const safe = selectIdentificationPoint(points, templateCount);
  if (safe !== null) return { point: safe, isSafe: true };
  const [strictest] = [...points].sort((a, b) => a.targetFmr - b.targetFmr || b.threshold - a.threshold);
  if (strictest === undefined) throw new RangeError('A search needs an operating point.');
  return { point: strictest, isSafe: false };
}

/**
 * Refuses a setting that would let strangers in.
 *
 * @throws DomainError BAD_USER_INPUT if `templateCount` × `point.targetFmr` is above the bound
 */
export function assertSafeForGallery(templateCount: number, point: IdentificationPoint): void {
  if (isSafeForGallery(templateCount, point.targetFmr)) return;
  throw new DomainError('BAD_USER_INPUT', {
    details: {
      field: 'operatingPoint',
      reason: 'Too many templates for this operating point: strangers would be let in.',
      templateCount,
      maxTemplateCount: Math.floor(MAX_FALSE_POSITIVE_IDENTIFICATION_RATE / point.targetFmr),
    },
  });
}
