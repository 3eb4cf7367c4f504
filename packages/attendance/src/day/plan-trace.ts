import type { Occurrence } from '../schedule/occurrence.js';
import { completedMinutes } from '../time/duration.js';
import { formatInstant } from '../time/instant.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import { isDayOff, type ShiftWindow } from '../windows/window.js';
import type { ExpectedHours } from './expected-hours.js';

/** The first part of a day's trace: what was planned, and which moments belong to it. */
export function planTrace(window: ShiftWindow, expected: ExpectedHours): readonly TraceEntry[] {
  const { occurrence } = window;
  const { policyId, version } = occurrence.policy;
  return [
    traceEntry('POLICY', { policyId, policyVersion: version }),
    ...shiftTrace(occurrence),
    ...calendarTrace(occurrence),
    ...(occurrence.doMarksCount ? windowTrace(window) : []),
    ...expectedTrace(occurrence, expected),
  ];
}

function shiftTrace({ hours, shift, site }: Occurrence): readonly TraceEntry[] {
  const zone = site.timeZone;
  const elapsedMinutes = completedMinutes(hours.endMs - hours.startMs);
  const { clockMinutes } = hours;
  const startLocal = localText(hours.startMs, zone);
  const endLocal = localText(hours.endMs, zone);
  const values = { shiftId: shift.shiftId, startLocal, endLocal, timeZone: zone, scheduledMinutes: elapsedMinutes };
  return [
    traceEntry('SHIFT', values, { startAt: formatInstant(hours.startMs), endAt: formatInstant(hours.endMs) }),
    ...hours.skipped.map(({ time, ms }) =>
      traceEntry('TIME_SKIPPED', { timeLocal: time, movedToLocal: localText(ms, zone) }),
    ),
    ...(clockMinutes === elapsedMinutes ? [] : [traceEntry('CLOCK_CHANGE', { clockMinutes, elapsedMinutes })]),
  ];
}

function calendarTrace({ calendar, dayType }: Occurrence): readonly TraceEntry[] {
  const { holiday } = calendar;
  const holidayName = holiday?.name ?? null;
  const leaves = calendar.leaves.map(({ leaveTypeId, portion, leaveId }) =>
    traceEntry('LEAVE', { leaveTypeId, portion }, { leaveId }),
  );
  if (dayType === 'HOLIDAY') return [...leaves, traceEntry('HOLIDAY', { holidayName })];
  if (dayType === 'WEEKLY_OFF') return [...leaves, traceEntry('WEEKLY_OFF', {})];
  if (dayType !== 'HALF_HOLIDAY' || holiday === null) return leaves;
  return [...leaves, traceEntry('HALF_HOLIDAY', { holidayName, portion: holiday.portion })];
}

function windowTrace({
  occurrence,
  opensMs,
  closesMs,
  trimmedStartBy,
  trimmedEndBy,
}: ShiftWindow): readonly TraceEntry[] {
  const zone = occurrence.site.timeZone;
  const opensLocal = localText(opensMs, zone);
  const closesLocal = localText(closesMs, zone);
  const other = ({ shift, workDate }: Occurrence) => ({ otherShiftId: shift.shiftId, otherWorkDate: workDate });
  return [
    traceEntry('WINDOW', { opensLocal, closesLocal }),
    ...(trimmedStartBy === null ? [] : [traceEntry('WINDOW_TRIMMED_START', { opensLocal, ...other(trimmedStartBy) })]),
    ...(trimmedEndBy === null ? [] : [traceEntry('WINDOW_TRIMMED_END', { closesLocal, ...other(trimmedEndBy) })]),
  ];
}

function expectedTrace(occurrence: Occurrence, expected: ExpectedHours): readonly TraceEntry[] {
  if (!expected.isHalf || !occurrence.doMarksCount || isDayOff(occurrence)) return [];
  const zone = occurrence.site.timeZone;
  const startLocal = localText(expected.startMs, zone);
  const endLocal = localText(expected.endMs, zone);
  return [
    ...(expected.hasHalfLeave ? [traceEntry('THRESHOLDS_HALVED', {})] : []),
    traceEntry('EXPECTED_HOURS', { startLocal, endLocal }),
  ];
}
