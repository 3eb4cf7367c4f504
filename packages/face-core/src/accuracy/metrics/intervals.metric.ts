import { bisect, incompleteBeta, normalQuantile } from './special-functions.js';

/** An interval of a rate or a threshold, with the share of repetitions it is meant to hold the truth in. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** `count` of `n` independent trials, as a rate with its interval. */
export interface CountedRate {
  readonly count: number;
  readonly n: number;
  /** Null if nothing was tried. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/** Wilson's score interval (Wilson 1927) of a proportion. */
export function wilsonInterval(count: number, n: number, level = 0.95): Interval {
  const z = normalQuantile(0.5 + level / 2);
  const rate = count / n;
  const centre = rate + (z * z) / (2 * n);
  const half = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  const low = count === 0 ? 0 : (centre - half) / scale;
  const high = count === n ? 1 : (centre + half) / scale;
  return { low, high, level };
}

/** Exact interval of a proportion (Clopper and Pearson 1934): never too narrow, whatever the rate. */
export function clopperPearsonInterval(count: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  // P(X ≥ k | p) = I_p(k, n − k + 1), which grows with p.
  const low = count === 0 ? 0 : bisect((p) => incompleteBeta(p, count, n - count + 1) < tail, 0, 1);
  const high = count === n ? 1 : bisect((p) => incompleteBeta(p, count + 1, n - count) < 1 - tail, 0, 1);
  return { low, high, level };
}

/** A count as a rate with the exact interval. */
export function countedRate(count: number, n: number, level = 0.95): CountedRate {
  if (n === 0) return { count, n, rate: null, interval: null };
  return { count, n, rate: count / n, interval: clopperPearsonInterval(count, n, level) };
}

/** Percentile interval of bootstrap replicates; null if there is none or one of them is not a number. */
export function percentileInterval(replicates: readonly number[] | Float64Array, level = 0.95): Interval | null {
  const sorted = Float64Array.from(replicates).sort();
  if (sorted.length === 0 || Number.isNaN(sorted.at(-1))) return null;
  const tail = (1 - level) / 2;
  return { low: quantileOfSorted(sorted, tail), high: quantileOfSorted(sorted, 1 - tail), level };
}

/** Quantile of ascending values with linear interpolation between neighbours; NaN for none. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  // Equal neighbours need no arithmetic, and infinite ones allow none.
  return low === high ? low : low + (high - low) * (position - below);
}
