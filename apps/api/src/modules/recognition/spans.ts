import { addDays } from '../../local-dates/date-range.js';

/** Local dates, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Longer periods are told in weeks: ninety bars cannot be told apart. */
const MOST_DAYS_APART = 30;

/** The days or weeks that end with `last`, oldest first. The first week is cut off where the period begins. */
export function spansOf(last: string, days: number): readonly Span[] {
  const length = days > MOST_DAYS_APART ? 7 : 1;
  const count = Math.ceil(days / length);
  const first = addDays(last, 1 - days);
  return Array.from({ length: count }, (_, i) => {
    const to = addDays(last, -(count - 1 - i) * length);
    const from = addDays(to, 1 - length);
    return { from: from < first ? first : from, to };
  });
}
