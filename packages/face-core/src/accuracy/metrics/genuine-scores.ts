/**
 * Similarities of pairs of the same person. A pair with a photo in which no face was acquired counts as −Infinity: it
 * can never match, so it is an error at every threshold (a generalised false rejection, ISO/IEC 19795-1).
 */
export interface GenuineScores {
  readonly scores: Float64Array;
  /** Photo indexes of each pair. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** The scores in ascending order. */
  readonly ascending: Float64Array;
  /** Pairs with a missed photo. */
  readonly missed: number;
}

export const MISSED_SCORE: number = Number.NEGATIVE_INFINITY;

/** @throws RangeError if a score is not a number */
export function genuineScores(scores: Float64Array, a: Uint32Array, b: Uint32Array): GenuineScores {
  const ascending = scores.slice().sort();
  if (Number.isNaN(ascending.at(-1))) throw new RangeError('A comparison of one person with itself gave no number.');
  return { scores, a, b, ascending, missed: countAscendingBelow(ascending, -Number.MAX_VALUE) };
}

/** Number of pairs below the threshold, missed ones included. */
export function falseNonMatches(genuine: GenuineScores, threshold: number): number {
  return countAscendingBelow(genuine.ascending, threshold);
}

export function fnmr(genuine: GenuineScores, threshold: number): number {
  return falseNonMatches(genuine, threshold) / genuine.scores.length;
}

/** How many ascending values are less than the threshold. */
export function countAscendingBelow(ascending: Float64Array, threshold: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shares of the acquired pairs in `count` equal parts of −1…1, for a picture. */
export function genuineHistogram(genuine: GenuineScores, count: number): number[] {
  const acquired = Math.max(1, genuine.scores.length - genuine.missed);
  const below = (i: number) =>
    i === 0 ? genuine.missed : i === count ? genuine.scores.length : falseNonMatches(genuine, -1 + (2 * i) / count);
  return Array.from({ length: count }, (_, i) => (below(i + 1) - below(i)) / acquired);
}
