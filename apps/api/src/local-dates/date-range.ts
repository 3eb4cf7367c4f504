import { DomainError } from '@rollcall/contracts';

/** Local dates YYYY-MM-DD, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 24 * 3600 * 1000;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** True for a date of the calendar, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  return LOCAL_DATE.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** A date with its neighbours: what is changed on it can move marks between the shifts beside it. */
export function aroundDate(date: string): DateRange {
  return { from: addDays(date, -1), to: addDays(date, 1) };
}

/** How many dates the range has. */
export function daysIn({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** Every date of the range. */
export function datesOf(range: DateRange): readonly string[] {
  return Array.from({ length: daysIn(range) }, (_, index) => addDays(range.from, index));
}

/**
 * @param maxDays how long the range may be
 * @throws DomainError BAD_USER_INPUT naming the field: no date of the calendar, ends before it begins, too long
 */
export function checkRange(range: DateRange, maxDays: number): void {
  for (const field of ['from', 'to'] as const) {
    if (!isCalendarDate(range[field])) throw badRange(field, 'This must be a date of the calendar, YYYY-MM-DD.');
  }
  if (range.to < range.from) throw badRange('to', 'The range ends before it begins.');
  if (daysIn(range) > maxDays) throw badRange('to', `The range is longer than ${maxDays} days.`);
}

const badRange = (field: string, problem: string): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field, problem } });
