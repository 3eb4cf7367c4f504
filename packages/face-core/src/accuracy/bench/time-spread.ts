import { quantileOfSorted } from '../metrics/intervals.metric.js';
import type { TimeSpread } from './bench.types.js';

/** @throws RangeError for no time at all */
export function timeSpread(milliseconds: readonly number[]): TimeSpread {
  if (milliseconds.length === 0) throw new RangeError('There is no time to summarise.');
  const sorted = Float64Array.from(milliseconds).sort();
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    n: sorted.length,
    p50Ms: rounded(quantileOfSorted(sorted, 0.5)),
    p95Ms: rounded(quantileOfSorted(sorted, 0.95)),
    bestMs: rounded(sorted[0]),
  };
}
