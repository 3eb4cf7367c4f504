import { Temporal } from 'temporal-polyfill';
import { invalid } from '../input/invalid.js';
import type { LocalDate, Weekday } from '../types/primitives.js';
import { memoise } from './memo.js';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

interface CalendarDay {
  /** Days since 1970-01-01. */
  readonly ordinal: number;
  readonly weekday: Weekday;
  /** 1 for the first such weekday of its month, up to 5. */
  readonly weekOfMonth: number;
}

const dayOf = memoise(
  20_000,
  (date: LocalDate) => date,
  (date: LocalDate): CalendarDay => {
    const plain = Temporal.PlainDate.from(date);
    return {
      ordinal: EPOCH.until(plain, { largestUnit: 'days' }).days,
      weekday: plain.dayOfWeek as Weekday,
      weekOfMonth: Math.ceil(plain.day / 7),
    };
  },
);

/** The date that lies so many days after 1970-01-01. */
export const dateOf = memoise(
  20_000,
  (ordinal: number) => String(ordinal),
  (ordinal: number): LocalDate => EPOCH.add({ days: ordinal }).toString(),
);

/** @throws DomainError BAD_USER_INPUT naming `field`, unless `value` is a real date as `YYYY-MM-DD` */
export function assertLocalDate(value: unknown, field: string): asserts value is LocalDate {
  if (typeof value !== 'string' || !DATE_PATTERN.test(value)) {
    throw invalid(field, 'DATE_FORMAT', 'Dates are written YYYY-MM-DD.');
  }
  try {
    dayOf(value);
  } catch {
    throw invalid(field, 'DATE_UNKNOWN', 'There is no such date.');
  }
}

/** Days since 1970-01-01. */
export function ordinalOf(date: LocalDate): number {
  return dayOf(date).ordinal;
}

export function weekdayOf(date: LocalDate): Weekday {
  return dayOf(date).weekday;
}

export function weekOfMonth(date: LocalDate): number {
  return dayOf(date).weekOfMonth;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(ordinalOf(date) + days);
}

/** All dates from `from` to `to`, both included; none if `to` is earlier. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = ordinalOf(from);
  return Array.from({ length: Math.max(0, ordinalOf(to) - first + 1) }, (_, index) => dateOf(first + index));
}

/** True if `date` lies in a range whose ends are inclusive and may be open. */
export function isWithin(
  date: LocalDate,
  from: LocalDate | null | undefined,
  to: LocalDate | null | undefined,
): boolean {
  return (from == null || date >= from) && (to == null || date <= to);
}
