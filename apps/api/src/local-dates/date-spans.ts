import { addDays, type DateRange } from './date-range.js';

/** Stands for an end that is open. */
export const NO_END = '9999-12-31';

/** What of the range lies in none of `taken`, earliest first. */
export function outsideOf(range: DateRange, taken: readonly DateRange[]): readonly DateRange[] {
  const left: DateRange[] = [];
  let { from } = range;
  for (const span of [...taken].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.to < from || span.from > range.to) continue;
    if (span.from > from) left.push({ from, to: addDays(span.from, -1) });
    if (span.to >= range.to) return left;
    from = addDays(span.to, 1);
  }
  return from > range.to ? left : [...left, { from, to: range.to }];
}

/** What of the range lies in one of `spans`, which do not overlap. */
export function insideOf(range: DateRange, spans: readonly DateRange[]): readonly DateRange[] {
  return spans
    .map(({ from, to }) => ({
      from: from > range.from ? from : range.from,
      to: to < range.to ? to : range.to,
    }))
    .filter(({ from, to }) => from <= to);
}
