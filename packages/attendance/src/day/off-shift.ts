import type { Mark } from '../marks/mark.js';
import type { Plan } from '../schedule/plan.js';
import { formatInstant } from '../time/instant.js';
import { isWithin } from '../time/local-date.js';
import { localMomentOf } from '../time/zone.js';
import type { Employee } from '../types/calendar.js';
import type { OffShiftMark, OffShiftReason } from '../types/day-record.js';
import { fullWindow } from '../windows/window.js';

/** A mark that no window holds, with the reason a person needs to decide about it. */
export function toOffShift(mark: Mark, plan: Plan, employee: Employee, asOfMs: number): OffShiftMark {
  const { eventId, employeeId, timeZone } = mark.event;
  const { date } = localMomentOf(mark.ms, timeZone);
  const reason = mark.ms > asOfMs ? 'IN_FUTURE' : reasonFor(mark, date, plan, employee);
  return { employeeId, eventId, at: formatInstant(mark.ms), timeZone, localDate: date, reason };
}

function reasonFor(mark: Mark, date: string, plan: Plan, employee: Employee): OffShiftReason {
  if (!isWithin(date, employee.joiningDate, employee.leavingDate)) return 'NOT_EMPLOYED';
  if (plan.unprocessedDates.has(date)) return 'BEFORE_PROCESSING';
  const closed = plan.occurrences.find((occurrence) => {
    const { opensMs, closesMs } = fullWindow(occurrence);
    return !occurrence.doMarksCount && opensMs <= mark.ms && mark.ms < closesMs;
  });
  if (closed?.calendar.isFullLeave === true) return 'ON_LEAVE';
  if (closed?.dayType === 'HOLIDAY' || closed?.dayType === 'WEEKLY_OFF') return closed.dayType;
  return plan.occurrences.some(({ workDate }) => workDate === date) ? 'OUTSIDE_WINDOW' : 'NO_SHIFT';
}
