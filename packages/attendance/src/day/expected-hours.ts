import type { Occurrence } from '../schedule/occurrence.js';
import type { DayPortion } from '../types/primitives.js';

/** When the person was expected, and how much of the thresholds applies. */
export interface ExpectedHours {
  readonly startMs: number;
  readonly endMs: number;
  /** A half holiday or a half-day leave: both thresholds are halved. */
  readonly isHalf: boolean;
  readonly hasHalfLeave: boolean;
}

/** The shift, less the half that a half-day leave or a half holiday covers; halves meet at the shift's midpoint. */
export function expectedHours({ hours, calendar, dayType }: Occurrence): ExpectedHours {
  const leavePortions = calendar.leaves.map(({ portion }) => portion);
  const holidayPortions = dayType === 'HALF_HOLIDAY' && calendar.holiday !== null ? [calendar.holiday.portion] : [];
  const free = new Set<DayPortion>([...leavePortions, ...holidayPortions]);
  const midpointMs = hours.startMs + Math.floor((hours.endMs - hours.startMs) / 2);
  const isFirstFree = free.has('FIRST_HALF');
  const isSecondFree = free.has('SECOND_HALF');
  return {
    startMs: isFirstFree ? midpointMs : hours.startMs,
    endMs: isSecondFree ? midpointMs : hours.endMs,
    isHalf: isFirstFree || isSecondFree,
    hasHalfLeave: leavePortions.length > 0,
  };
}
