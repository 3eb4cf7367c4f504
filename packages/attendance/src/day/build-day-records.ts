import { applyCorrections } from '../marks/corrections.js';
import { type Mark, readMarks } from '../marks/mark.js';
import { compareText, inDayOrder } from '../order/compare.js';
import type { Occurrence } from '../schedule/occurrence.js';
import { type Plan, planShifts } from '../schedule/plan.js';
import { parseInstant } from '../time/instant.js';
import { isWithin } from '../time/local-date.js';
import type { DayRecord } from '../types/day-record.js';
import type { RefusedAttempt } from '../types/events.js';
import type { DayRecordsInput, DayRecordsResult } from '../types/input.js';
import { distribute } from '../windows/distribute.js';
import { trimmedWindows } from '../windows/trim.js';
import { fullWindow, type ShiftWindow } from '../windows/window.js';
import { checkInput } from './check-input.js';
import { judgeDay } from './judge-day.js';
import { toOffShift } from './off-shift.js';
import { toRecord } from './to-record.js';

interface TimedAttempt {
  readonly ms: number;
  readonly attempt: RefusedAttempt;
}

/**
 * Turns one employee's marks into day records: events → windows → pairs → minutes → status.
 *
 * Pure: the same input gives the same output, whatever the order of its lists; nothing of it is changed. A day has a
 * record from the moment its window opens (a day off: from the beginning of the local day).
 *
 * @throws DomainError BAD_USER_INPUT naming the field; SHIFT_OVERLAP with the date and both shifts
 */
export function buildDayRecords(input: DayRecordsInput): DayRecordsResult {
  checkInput(input);
  const asOfMs = parseInstant(input.asOf, 'asOf');
  const plan = planShifts(input);
  const windows = trimmedWindows(plan.occurrences);
  const { marks, replaced } = applyCorrections(readMarks(input.events, input.employee.employeeId));
  const { byWindow, leftOver } = distribute(
    marks.filter(({ ms }) => ms <= asOfMs),
    windows,
  );
  const attempts = distribute(readAttempts(input.refusedAttempts ?? []), windows).byWindow;
  const isWanted = (date: string) => isWithin(date, input.from, input.to);
  const outside: Mark[] = [];
  for (const [window, held] of byWindow) {
    if (!isWanted(window.occurrence.workDate)) outside.push(...held);
  }
  const records = recordWindows(plan, windows)
    .filter(({ occurrence, opensMs }) => isWanted(occurrence.workDate) && opensMs <= asOfMs)
    .map((window) => buildRecord(input, window, byWindow.get(window) ?? [], attempts.get(window) ?? [], asOfMs))
    .sort(inDayOrder);
  const future = marks.filter(({ ms }) => ms > asOfMs);
  const offShift = toOffShift([...leftOver, ...future], plan, input.employee, asOfMs);
  const outsideRange = [
    ...outside.map(({ event }) => event.eventId),
    ...offShift.filter(({ localDate }) => !isWanted(localDate)).map(({ eventId }) => eventId),
  ];
  return {
    records,
    offShift: offShift.filter(({ localDate }) => isWanted(localDate)),
    replaced,
    outsideRange: outsideRange.sort(),
  };
}

/** The windows in which marks count, and for days on which none do, the stretch after which the day is over. */
function recordWindows(plan: Plan, windows: readonly ShiftWindow[]): readonly ShiftWindow[] {
  const windowOf = new Map<Occurrence, ShiftWindow>(windows.map((window) => [window.occurrence, window]));
  return plan.occurrences.map((occurrence) => windowOf.get(occurrence) ?? fullWindow(occurrence));
}

function buildRecord(
  input: DayRecordsInput,
  window: ShiftWindow,
  marks: readonly Mark[],
  attempts: readonly TimedAttempt[],
  asOfMs: number,
): DayRecord {
  const { workDate, shift } = window.occurrence;
  const approval = input.overtimeApprovals?.find(
    (entry) => entry.workDate === workDate && entry.shiftId === shift.shiftId,
  );
  const approvedOvertimeMinutes = approval?.approvedMinutes ?? null;
  const facts = { window, marks, refusedCount: attempts.length, asOfMs, approvedOvertimeMinutes };
  const refused = attempts.map(({ attempt }) => attempt);
  return toRecord(input.employee.employeeId, facts, judgeDay(facts), refused);
}

function readAttempts(attempts: readonly RefusedAttempt[]): readonly TimedAttempt[] {
  return attempts
    .map((attempt, index) => ({ ms: parseInstant(attempt.at, `refusedAttempts[${index}].at`), attempt }))
    .sort((a, b) => a.ms - b.ms || compareText(a.attempt.attemptId, b.attempt.attemptId));
}
