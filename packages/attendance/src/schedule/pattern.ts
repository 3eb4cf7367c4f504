import { assertNever } from '@rollcall/contracts';
import { ordinalOf, weekdayOf } from '../time/local-date.js';
import type { LocalDate } from '../types/primitives.js';
import type { DayPattern } from '../types/schedule.js';

/** True if a shift with this pattern is worked on the date. No pattern: every day. */
export function isWorkedOn(pattern: DayPattern | undefined, date: LocalDate): boolean {
  if (pattern === undefined) return true;
  switch (pattern.kind) {
    case 'EVERY_DAY':
      return true;
    case 'WEEKLY':
      return pattern.weekdays.includes(weekdayOf(date));
    case 'CYCLE':
      return pattern.workDays.includes(positionInCycle(pattern.anchorDate, pattern.lengthDays, date));
    default:
      return assertNever(pattern);
  }
}

/** 0 on the anchor date, counting up and wrapping after `lengthDays`; dates before the anchor wrap too. */
export function positionInCycle(anchorDate: LocalDate, lengthDays: number, date: LocalDate): number {
  const distance = ordinalOf(date) - ordinalOf(anchorDate);
  return ((distance % lengthDays) + lengthDays) % lengthDays;
}
