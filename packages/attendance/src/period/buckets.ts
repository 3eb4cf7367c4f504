import { addDays, weekdayOf } from '../time/local-date.js';
import type { LocalDate, Weekday } from '../types/primitives.js';

/** The first day of the calendar month of a date. */
export function monthStart(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of the week of a date. */
export function weekStart(date: LocalDate, weekStartsOn: Weekday): LocalDate {
  return addDays(date, -((weekdayOf(date) - weekStartsOn + 7) % 7));
}

/** The first work date whose records a period needs: its month's or week's beginning, whichever is earlier. */
export function periodLeadIn(from: LocalDate, weekStartsOn: Weekday = 1): LocalDate {
  const month = monthStart(from);
  const week = weekStart(from, weekStartsOn);
  if (month < week) return month;
  return week;
}
