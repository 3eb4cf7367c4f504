import { type GenuineScores, MISSED_SCORE } from './genuine-scores.js';

export interface DiscardPoint {
  /** Share of the genuine comparisons left out, those of the poorest photo first. */
  readonly discarded: number;
  readonly n: number;
  readonly falseNonMatches: number;
  readonly fnmr: number;
}

/**
 * Error-versus-discard characteristic (Grother and Tabassi 2007; ISO/IEC 29794-1): FNMR at a fixed threshold after the
 * comparisons of lowest quality are dropped. The quality of a comparison is that of its poorer photo. Comparisons with
 * a missed photo have no quality and stand outside. A useful quality score gives a falling curve; one that knows
 * nothing a flat one.
 *
 * @param quality of each photo, 0–1
 */
export function discardCurve(
  genuine: GenuineScores,
  quality: Float64Array,
  threshold: number,
  shares: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5],
): DiscardPoint[] {
  const pairQuality = (i: number) => Math.min(quality[genuine.a[i]], quality[genuine.b[i]]);
  const order = [...genuine.scores.keys()].filter((i) => genuine.scores[i] !== MISSED_SCORE);
  const qualities = Float64Array.from(genuine.scores, (_, i) => pairQuality(i));
  order.sort((x, y) => qualities[x] - qualities[y]);
  const errorsFrom = new Float64Array(order.length + 1);
  for (let i = order.length - 1; i >= 0; i--)
    errorsFrom[i] = errorsFrom[i + 1] + (genuine.scores[order[i]] < threshold ? 1 : 0);
  return shares.flatMap((discarded) => {
    const from = Math.floor(discarded * order.length);
    const n = order.length - from;
    const falseNonMatches = errorsFrom[from];
    return n === 0 ? [] : [{ discarded, n, falseNonMatches, fnmr: falseNonMatches / n }];
  });
}
