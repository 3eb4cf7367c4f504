import type { OperatingPoint } from '@rollcall/models';

/**
 * Cosine similarity from which two frames of one sequence count as one person, of which one may be turned. Looser than the
 * 1:1 point, since turned faces are less alike; the picture that is compared with the template still has to pass that one.
 *
 * mobilefacenet-192: of 81 pairs of a frontal and a turned photo of one person in lfw-dev none falls below 0.45 (3 do below
 * the 1:1 point); of 2,460 such pairs of two people 5 reach it (docs/adr/0057-active-liveness.md).
 */
const MEASURED: Readonly<Record<string, number>> = { 'mobilefacenet-192': 0.45 };

/** @returns the measured threshold of the model, or that of its 1:1 point where none was measured: stricter, never guessed */
export function samePersonThresholdOf({ modelId, threshold }: Pick<OperatingPoint, 'modelId' | 'threshold'>): number {
  return MEASURED[modelId] ?? threshold;
}
