import type { DayRecord } from '../types/day-record.js';

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The order of one employee's records: work date, scheduled start, shift id. */
export function inDayOrder(a: DayRecord, b: DayRecord): number {
  return (
    compareText(a.workDate, b.workDate) ||
    compareText(a.scheduledStartAt, b.scheduledStartAt) ||
    compareText(a.shiftId, b.shiftId)
  );
}
