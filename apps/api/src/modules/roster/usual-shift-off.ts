import { type DayPattern, isWorkedOn } from '@rollcall/attendance';
import type { Employee, RosterSchedule, Shift, ShiftAssignment } from '@rollcall/db';
import { namedShifts } from './day-of-assignment.js';

/**
 * A date on which the usual shift is not worked. The second day of the rotation is never reached: it tells whose rules judge the
 * date, and that somebody was planned with the shift.
 */
export const usualShiftOff = (shiftId: string, date: string): RosterSchedule => ({
  ...{ kind: 'ROTATION', anchorDate: date },
  slots: [[], [shiftId]],
});

/** Whether the assignment only says that the usual shift is not worked on this date. */
export const isUsualShiftOff = (
  { from, to, schedule }: Pick<ShiftAssignment, 'from' | 'to' | 'schedule'>,
  shiftId: string,
  date: string,
): boolean =>
  from === date &&
  to === date &&
  schedule.kind === 'ROTATION' &&
  schedule.anchorDate === date &&
  JSON.stringify(schedule.slots) === JSON.stringify([[], [shiftId]]);

/** Whether somebody works the shift on the date because nothing else is planned. */
export function isUsualOn(
  { defaultShiftId }: Pick<Employee, 'defaultShiftId'>,
  assignments: readonly ShiftAssignment[],
  { id, pattern }: Pick<Shift, 'id' | 'pattern'>,
  date: string,
): boolean {
  const isPlanned = assignments.some(({ from, to }) => from <= date && (to === null || date <= to));
  return defaultShiftId === id && !isPlanned && isWorkedOn(pattern as DayPattern, date);
}

/** Whether the date is free of the usual shift by the one entry that `usualShiftOff` made, which then is the answer. */
export function offEntryOf(
  { defaultShiftId }: Pick<Employee, 'defaultShiftId'>,
  assignments: readonly ShiftAssignment[],
  { id, pattern }: Pick<Shift, 'id' | 'pattern'>,
  date: string,
): ShiftAssignment | null {
  if (defaultShiftId !== id || !isWorkedOn(pattern as DayPattern, date)) return null;
  const others = assignments.filter((one) => namedShifts(one, date).length > 0);
  return others.length > 0 ? null : (assignments.find((one) => isUsualShiftOff(one, id, date)) ?? null);
}
