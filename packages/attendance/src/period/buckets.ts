import { addDays, weekdayOf } from '../time/local-date.js';
import type { WeekStart } from '../types/period.js';
import type { LocalDate, Weekday } from '../types/primitives.js';

const MONDAY: Weekday = 1;

/** The first day of the calendar month of a date. */
export function monthStart(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

/** On which weekday the week of a date begins. */
export function firstWeekdayOn(date: LocalDate, weekStarts: readonly WeekStart[]): Weekday {
  return weekStarts.findLast(({ from }) => from <= date)?.weekday ?? MONDAY;
}

/** The first day of the week of a date. */
export function weekStart(date: LocalDate, weekStarts: readonly WeekStart[]): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstWeekdayOn(date, weekStarts) + 7) % 7));
}

/** The first work date whose records a period needs: its month's or week's beginning, whichever is earlier. */
export function periodLeadIn(from: LocalDate, weekStarts: readonly WeekStart[] = []): LocalDate {
  const month = monthStart(from);
  const week = weekStart(from, weekStarts);
  if (month < week) return month;
  return week;
}
