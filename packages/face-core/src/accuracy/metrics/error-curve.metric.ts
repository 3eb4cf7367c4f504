import { fnmr, type GenuineScores } from './genuine-scores.js';
import type { ImpostorDistribution } from './impostor-scores.js';
import { nextUp } from './score-tail.js';
import { bisect } from './special-functions.js';

/** One point of the ROC (1 − fnmr over fmr) and DET (fnmr over fmr) curves. */
export interface CurvePoint {
  readonly threshold: number;
  readonly fmr: number;
  readonly fnmr: number;
}

const POINTS_PER_DECADE = 24;

/** Points at evenly spaced log10(FMR), from 3/n (below it nothing is claimed) to 1, by falling FMR and without repeats. */
export function errorCurve(genuine: GenuineScores, impostor: ImpostorDistribution): CurvePoint[] {
  const decades = Math.max(0, Math.log10(impostor.n / 3));
  const steps = Math.ceil(decades * POINTS_PER_DECADE);
  const points: CurvePoint[] = [];
  for (let i = 0; i <= steps; i++) {
    const rank = Math.min(impostor.n - 1, Math.floor(impostor.n * 10 ** ((-decades * i) / Math.max(1, steps)) + 1e-6));
    const threshold = nextUp(impostor.scoreAtRank(rank));
    const falseMatches = impostor.countAtOrAbove(threshold);
    if (falseMatches < 3 || points.at(-1)?.threshold === threshold) continue;
    points.push({ threshold, fmr: falseMatches / impostor.n, fnmr: fnmr(genuine, threshold) });
  }
  return points;
}

export interface EqualErrorRate {
  readonly rate: number;
  readonly threshold: number;
}

/**
 * Where false matches are as frequent as false non-matches. The curves are steps and may not meet: then the mean of both
 * rates on the side of the crossing where they are closer (Maio et al., FVC2000).
 *
 * @returns null if one kind of comparison is missing
 */
export function equalErrorRate(genuine: GenuineScores, impostor: ImpostorDistribution): EqualErrorRate | null {
  if (genuine.scores.length === 0 || impostor.n === 0) return null;
  const rates = (threshold: number) => ({ fnmr: fnmr(genuine, threshold), fmr: impostor.fmr(threshold) });
  const crossing = bisect((t) => rates(t).fnmr < rates(t).fmr, -1.000001, 1.000001);
  const sides = [crossing - 1e-9, crossing + 1e-9].map((threshold) => {
    const { fnmr: reject, fmr: accept } = rates(threshold);
    return { threshold, rate: (reject + accept) / 2, gap: Math.abs(reject - accept) };
  });
  const best = sides.reduce((kept, side) => (side.gap < kept.gap ? side : kept));
  return { rate: best.rate, threshold: best.threshold };
}
