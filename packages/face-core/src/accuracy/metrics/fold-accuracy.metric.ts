import { MISSED_SCORE } from './genuine-scores.js';

export interface FoldAccuracy {
  readonly folds: readonly {
    readonly fold: number;
    readonly n: number;
    readonly threshold: number;
    readonly accuracy: number;
  }[];
  readonly mean: number;
  /** Standard error of the mean over the folds, as LFW reports it. */
  readonly standardError: number;
}

export interface FoldedScores {
  /** One a pair; −Infinity where a photo was missed. */
  readonly scores: Float64Array;
  readonly isSame: Uint8Array;
  readonly folds: Int32Array;
}

/**
 * Share of right decisions in each fold at the threshold that decides most pairs of all other folds rightly (LFW View 2,
 * Huang et al. 2007). A pair with a missed photo is wrong, whatever its label. Among equally good thresholds the
 * middle one is taken.
 *
 * @returns null with fewer than two folds
 */
export function foldAccuracy(pairs: FoldedScores): FoldAccuracy | null {
  const labels = [...new Set(pairs.folds)].sort((a, b) => a - b);
  if (labels.length < 2) return null;
  const folds = labels.map((fold) => {
    const threshold = bestThreshold(pairs, fold);
    let [n, right] = [0, 0];
    for (let i = 0; i < pairs.scores.length; i++) {
      if (pairs.folds[i] !== fold) continue;
      n += 1;
      if (isRight(pairs, i, threshold)) right += 1;
    }
    return { fold, n, threshold, accuracy: right / n };
  });
  const mean = folds.reduce((sum, { accuracy }) => sum + accuracy, 0) / folds.length;
  const variance = folds.reduce((sum, { accuracy }) => sum + (accuracy - mean) ** 2, 0) / (folds.length - 1);
  return { folds, mean, standardError: Math.sqrt(variance / folds.length) };
}

function isRight(pairs: FoldedScores, index: number, threshold: number): boolean {
  const score = pairs.scores[index] ?? MISSED_SCORE;
  if (score === MISSED_SCORE) return false;
  return score >= threshold === (pairs.isSame[index] === 1);
}

function bestThreshold(pairs: FoldedScores, leftOut: number): number {
  const order = [...pairs.scores.keys()]
    .filter((i) => pairs.folds[i] !== leftOut && pairs.scores[i] !== MISSED_SCORE)
    .sort((x, y) => pairs.scores[x] - pairs.scores[y]);
  const scoreAt = (position: number) => pairs.scores[order[position]] ?? 0;
  // Below the lowest score everything matches; each step up turns one more pair into a non-match.
  let right = order.filter((i) => pairs.isSame[i] === 1).length;
  let best = right;
  let candidates = [scoreAt(0)];
  for (let position = 0; position < order.length; position++) {
    right += pairs.isSame[order[position]] === 1 ? -1 : 1;
    const [here, next] = [scoreAt(position), position + 1 < order.length ? scoreAt(position + 1) : 1.000001];
    if (here === next || right < best) continue;
    const threshold = (here + next) / 2;
    if (right > best) candidates = [];
    best = right;
    candidates.push(threshold);
  }
  return candidates[candidates.length >>> 1] ?? 0;
}
