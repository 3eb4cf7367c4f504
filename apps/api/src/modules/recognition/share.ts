/** So many of so many, and where the rate behind it may lie. */
export interface Share {
  readonly count: number;
  readonly total: number;
  /** 0 to 1; null of nothing. */
  readonly rate: number | null;
  /** Wilson's interval of 95 %, 0 to 1; null of nothing. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The quantile of the normal distribution for 95 %, both sides. */
const Z = 1.959964;

/**
 * A share with the score interval of Wilson (1927), which holds for few and for none as well. It takes tries for independent; those of one
 * person in a row are not, so the true interval is wider.
 */
export function shareOf(count: number, total: number): Share {
  if (total === 0) return { count, total, rate: null, low: null, high: null };
  const rate = count / total;
  const spread = (Z * Z) / total;
  const middle = (rate + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((rate * (1 - rate)) / total + spread / (4 * total))) / (1 + spread);
  return { count, total, rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
