import type { Mark } from '../marks/mark.js';
import { isEmployed } from '../schedule/employment.js';
import type { Plan } from '../schedule/plan.js';
import { formatInstant } from '../time/instant.js';
import { localDateOf } from '../time/zone-clock.js';
import type { Employee } from '../types/calendar.js';
import type { OffShiftMark, OffShiftReason } from '../types/day-record.js';
import type { LocalDate } from '../types/primitives.js';
import { fullWindow, type ShiftWindow } from '../windows/window.js';

/** The marks that no window holds, each with the reason a person needs to decide about it. */
export function toOffShift(
  marks: readonly Mark[],
  plan: Plan,
  employee: Employee,
  asOfMs: number,
): readonly OffShiftMark[] {
  const shiftDates = new Set(plan.occurrences.map(({ workDate }) => workDate));
  const closedWindows = plan.occurrences.filter(({ doMarksCount }) => !doMarksCount).map(fullWindow);
  return marks.map((mark) => {
    const { eventId, employeeId, kind, timeZone } = mark.event;
    const siteId = mark.event.siteId ?? null;
    const localDate = localDateOf(mark.ms, timeZone);
    const reason = (): OffShiftReason => {
      if (mark.ms > asOfMs) return 'IN_FUTURE';
      if (!isEmployed(localDate, employee)) return 'NOT_EMPLOYED';
      if (plan.unprocessedDates.has(localDate)) return 'BEFORE_PROCESSING';
      return closedReason(mark, closedWindows) ?? openReason(localDate, shiftDates);
    };
    return { employeeId, eventId, kind, at: formatInstant(mark.ms), siteId, timeZone, localDate, reason: reason() };
  });
}

/** Why the day that would have held the mark takes none. */
function closedReason({ ms }: Mark, closedWindows: readonly ShiftWindow[]): OffShiftReason | null {
  const closed = closedWindows.find(({ opensMs, closesMs }) => opensMs <= ms && ms < closesMs)?.occurrence;
  if (closed === undefined) return null;
  if (closed.calendar.isFullLeave) return 'ON_LEAVE';
  return closed.dayType === 'HOLIDAY' ? 'HOLIDAY' : 'WEEKLY_OFF';
}

function openReason(localDate: LocalDate, shiftDates: ReadonlySet<LocalDate>): OffShiftReason {
  return shiftDates.has(localDate) ? 'OUTSIDE_WINDOW' : 'NO_SHIFT';
}
