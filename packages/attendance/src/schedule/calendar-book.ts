import { compareText } from '../order/compare.js';
import { isWithin, weekdayOf, weekOfMonth } from '../time/local-date.js';
import type { Calendar, Holiday } from '../types/calendar.js';
import type { DayLeave } from '../types/day-record.js';
import type { LocalDate } from '../types/primitives.js';

/** What the calendar says about one date at one site. */
export interface CalendarDay {
  readonly holiday: Holiday | null;
  readonly isWeeklyOff: boolean;
  /** By leave id. */
  readonly leaves: readonly DayLeave[];
  /** One full leave, or both halves covered by leave (one of them may be a half holiday). */
  readonly isFullLeave: boolean;
}

/** Calendar lookups prepared once for all dates. */
export class CalendarBook {
  readonly #holidays = new Map<LocalDate, Holiday[]>();
  readonly #calendar: Calendar;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    for (const holiday of calendar.holidays) {
      this.#holidays.set(holiday.date, [...(this.#holidays.get(holiday.date) ?? []), holiday]);
    }
  }

  on(date: LocalDate, siteId: string): CalendarDay {
    const leaves = this.#calendar.leaves
      .filter(({ from, to }) => isWithin(date, from, to))
      .map(({ leaveId, leaveTypeId, portion, isPaid }) => ({ leaveId, leaveTypeId, portion, isPaid }))
      .sort((a, b) => compareText(a.leaveId, b.leaveId));
    const holiday = this.#holidayOn(date, siteId);
    const portions = new Set(leaves.map(({ portion }) => portion));
    if (leaves.length > 0 && holiday !== null && holiday.portion !== 'FULL') portions.add(holiday.portion);
    return {
      holiday,
      isWeeklyOff: this.#isWeeklyOff(date, siteId),
      leaves,
      isFullLeave: portions.has('FULL') || (portions.has('FIRST_HALF') && portions.has('SECOND_HALF')),
    };
  }

  /** A full holiday before a half one, then by name: the order of the list does not matter. */
  #holidayOn(date: LocalDate, siteId: string): Holiday | null {
    const found = (this.#holidays.get(date) ?? []).filter((holiday) => isForSite(holiday, siteId));
    const rank = ({ portion, name }: Holiday) => `${portion === 'FULL' ? 0 : 1}${portion}${name}`;
    return found.sort((a, b) => compareText(rank(a), rank(b))).at(0) ?? null;
  }

  #isWeeklyOff(date: LocalDate, siteId: string): boolean {
    return this.#calendar.weeklyOffs.some(
      (off) =>
        off.weekday === weekdayOf(date) &&
        (off.weeksOfMonth === undefined || off.weeksOfMonth.includes(weekOfMonth(date))) &&
        isWithin(date, off.from, off.to) &&
        isForSite(off, siteId),
    );
  }
}

function isForSite(entry: { readonly siteId?: string | null }, siteId: string): boolean {
  return entry.siteId == null || entry.siteId === siteId;
}
