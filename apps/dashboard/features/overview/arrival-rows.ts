export interface Arrival {
  /** 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly count: number;
}

/** A row for each hour from the first to the last in which anybody came, with a count for each of these weekdays. */
export function arrivalRows(
  arrivals: readonly Arrival[],
  weekdays: readonly number[],
): readonly { readonly hour: number; readonly counts: readonly number[] }[] {
  if (arrivals.length === 0) return [];
  const hours = arrivals.map(({ hour }) => hour);
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, i) => {
    const inHour = arrivals.filter(({ hour }) => hour === first + i);
    const countOn = (day: number) => inHour.find(({ weekday }) => weekday === day)?.count ?? 0;
    return { hour: first + i, counts: weekdays.map(countOn) };
  });
}
