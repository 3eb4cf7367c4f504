import { type DayPattern, isWorkedOn, positionInCycle } from '@rollcall/attendance';
import type { RosterSchedule, Shift, ShiftAssignment } from '@rollcall/db';
import { addDays } from '../../local-dates/date-range.js';

type Planned = Pick<ShiftAssignment, 'from' | 'to' | 'schedule'>;

/** The shifts that an assignment names for the date: none outside its dates, and none on a day off of a rotation. */
export function namedShifts({ from, to, schedule }: Planned, date: string): readonly string[] {
  if (date < from || (to !== null && date > to)) return [];
  if (schedule.kind === 'SHIFT') return [schedule.shiftId];
  return schedule.slots[positionInCycle(schedule.anchorDate, schedule.slots.length, date)] ?? [];
}

/** What is left of an assignment without one shift of one date: by dates, the first one may keep its id. */
export function withoutDay({ from, to, schedule }: Planned, date: string, shiftId: string): readonly Planned[] {
  const others = namedShifts({ from, to, schedule }, date).filter((id) => id !== shiftId);
  const before = { from, to: addDays(date, -1), schedule };
  const rest = { from: date, to: date, schedule: { kind: 'ROTATION', anchorDate: date, slots: [others] } as const };
  const after = { from: addDays(date, 1), to, schedule };
  return [
    ...(from < date ? [before] : []),
    ...(others.length > 0 ? [rest] : []),
    ...(to === null || date < to ? [after] : []),
  ];
}

/** The shift on this one date. Where its pattern has a day off, a rotation of one day names it all the same. */
export function scheduleOfDay({ id, pattern }: Pick<Shift, 'id' | 'pattern'>, date: string): RosterSchedule {
  if (isWorkedOn(pattern as DayPattern, date)) return { kind: 'SHIFT', shiftId: id };
  return { kind: 'ROTATION', anchorDate: date, slots: [[id]] };
}
