import { MS_PER_DAY, MS_PER_MINUTE } from '../time/duration.js';
import { addDays } from '../time/local-date.js';
import { minuteOfDay } from '../time/local-time.js';
import { momentOf, startOfDay } from '../time/zone.js';
import type { Site } from '../types/calendar.js';
import type { DayType } from '../types/day-record.js';
import type { Policy } from '../types/policy.js';
import type { LocalDate, LocalTime, TimeZoneId } from '../types/primitives.js';
import type { Shift } from '../types/schedule.js';
import type { CalendarDay } from './calendar-book.js';

/** One shift on one date, as planned: the thing a day record is about. */
export interface Occurrence {
  readonly workDate: LocalDate;
  readonly shift: Shift;
  readonly site: Site;
  readonly policy: Policy;
  readonly calendar: CalendarDay;
  readonly dayType: DayType;
  readonly hours: ShiftHours;
  /** False on full leave, and on days off unless the policy lets work count there. */
  readonly doMarksCount: boolean;
}

/** Where a shift lies in real time on one date. */
export interface ShiftHours {
  readonly startMs: number;
  readonly endMs: number;
  /** Length on the clock face; the elapsed length is `endMs - startMs`. */
  readonly clockMinutes: number;
  /** The skipped wall-clock times of this date, if the clock jumps over the start or the end. */
  readonly skipped: readonly { readonly time: LocalTime; readonly ms: number }[];
}

/** Length of a shift on the clock face; overnight if the end is before the start. */
export function clockMinutesOf(shift: Pick<Shift, 'start' | 'end'>): number {
  const minutes = minuteOfDay(shift.end) - minuteOfDay(shift.start);
  return minutes > 0 ? minutes : minutes + MS_PER_DAY / MS_PER_MINUTE;
}

/** The real start and end of a shift; null if the zone skipped the date altogether. */
export function shiftHours(
  shift: Pick<Shift, 'start' | 'end'>,
  workDate: LocalDate,
  zone: TimeZoneId,
): ShiftHours | null {
  if (startOfDay(workDate, zone).ms === null) return null;
  const endDate = shift.end < shift.start ? addDays(workDate, 1) : workDate;
  const start = momentOf(workDate, shift.start, zone);
  const end = momentOf(endDate, shift.end, zone);
  const skipped = [
    ...(start.isMoved ? [{ time: shift.start, ms: start.ms }] : []),
    ...(end.isMoved ? [{ time: shift.end, ms: end.ms }] : []),
  ];
  // A shift that starts in the hour the clock skips may begin, moved, after its own end: then it has no length.
  return { startMs: start.ms, endMs: Math.max(start.ms, end.ms), clockMinutes: clockMinutesOf(shift), skipped };
}

/** The whole local day in real time (23 to 25 h where the clock changes). */
export function localDay(date: LocalDate, zone: TimeZoneId): { readonly startMs: number; readonly endMs: number } {
  const startMs = startOfDay(date, zone).ms ?? momentOf(date, '00:00', zone).ms;
  const next = addDays(date, 1);
  return { startMs, endMs: startOfDay(next, zone).ms ?? momentOf(next, '00:00', zone).ms };
}
