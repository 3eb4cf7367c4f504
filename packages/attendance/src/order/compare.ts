import { numberOrderKey } from '@rollcall/contracts';
import type { DayRecord } from '../types/day-record.js';

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Employee numbers as people count: `E2` before `E10`. Those that differ in case alone have a fixed order too. */
export function compareNumbers(a: string, b: string): number {
  if (a === b) return 0;
  return compareText(numberOrderKey(a), numberOrderKey(b)) || compareText(a, b);
}

/** The order of one employee's records: work date, scheduled start, shift id. */
export function inDayOrder(a: DayRecord, b: DayRecord): number {
  return (
    compareText(a.workDate, b.workDate) ||
    compareText(a.scheduledStartAt, b.scheduledStartAt) ||
    compareText(a.shiftId, b.shiftId)
  );
}
