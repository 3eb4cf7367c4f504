import { DomainError } from '@rollcall/contracts';
import { ordinalOf } from '../time/local-date.js';
import { minuteOfDay } from '../time/local-time.js';
import type { LocalDate } from '../types/primitives.js';
import { clockMinutesOf } from './occurrence.js';
import type { RosteredShift } from './roster.js';

/** A planned shift in minutes of the clock face since 1970-01-01, end exclusive. */
export interface PlannedSpan {
  readonly date: LocalDate;
  readonly shiftId: string;
  readonly start: number;
  readonly end: number;
}

/** The worked shifts of a date on the clock face: clock changes and sites do not make two plans overlap. */
export function plannedSpans(date: LocalDate, rostered: readonly RosteredShift[]): readonly PlannedSpan[] {
  return rostered
    .filter(({ isWorked }) => isWorked)
    .map(({ shift }) => {
      const start = ordinalOf(date) * 1_440 + minuteOfDay(shift.start);
      return { date, shiftId: shift.shiftId, start, end: start + clockMinutesOf(shift) };
    });
}

/**
 * Refuses a date whose shifts overlap each other or an overnight shift of the day before.
 *
 * @throws DomainError SHIFT_OVERLAP with `details {date, shiftIds: [earlier, later]}`
 */
export function refuseOverlap(dayBefore: readonly PlannedSpan[], day: readonly PlannedSpan[]): void {
  const spans = [...dayBefore, ...day];
  for (const [index, later] of spans.entries()) {
    const earlier = spans.slice(0, index).find((span) => later.start < span.end && span.start < later.end);
    if (earlier !== undefined) {
      throw new DomainError('SHIFT_OVERLAP', {
        details: { date: later.date, shiftIds: [earlier.shiftId, later.shiftId] },
      });
    }
  }
}
