import type { ImpostorDistribution } from './impostor-scores.js';
import { nextUp } from './score-tail.js';

/**
 * How far a figure at a false match rate is carried by the test.
 * `MEASURED`: at least 30 false matches (the rule of 30, Doddington et al. 2000: ± 30 % with 90 % confidence).
 * `EXTRAPOLATED`: 3 to 29 false matches; the order of magnitude, no more.
 * `REFUSED`: the rate is below 3/n. Even no false match at all in n independent comparisons only shows a rate below 3/n
 * with 95 % confidence (the rule of three, Jovanovic and Levy 1997), so no figure is given.
 */
export const SUPPORTS = ['MEASURED', 'EXTRAPOLATED', 'REFUSED'] as const;
export type Support = (typeof SUPPORTS)[number];

const ERRORS_FOR_MEASURED = 30;
const ERRORS_FOR_ANY = 3;

export function supportOf(targetFmr: number, n: number): Support {
  const errors = targetFmr * n + 1e-9;
  if (errors < ERRORS_FOR_ANY) return 'REFUSED';
  return errors < ERRORS_FOR_MEASURED ? 'EXTRAPOLATED' : 'MEASURED';
}

/**
 * The lowest threshold at which at most `targetFmr · n` impostor scores are ≥ threshold: just above the first score that
 * must not match. Lower would exceed the rate; higher would reject more of the genuine.
 *
 * @returns null if the rate is below 3/n
 */
export function thresholdAtFmr(impostor: ImpostorDistribution, targetFmr: number): number | null {
  if (supportOf(targetFmr, impostor.n) === 'REFUSED') return null;
  const allowed = Math.floor(targetFmr * impostor.n + 1e-9);
  return allowed >= impostor.n ? -1 : nextUp(impostor.scoreAtRank(allowed));
}
