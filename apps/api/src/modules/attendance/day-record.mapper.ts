import { createHash } from 'node:crypto';
import type { DayRecord as EngineDay, OffShiftMark as EngineOffShift } from '@rollcall/attendance';
import { type DayRecord, figuresOf, type JsonObject, type OffShiftMark } from '@rollcall/db';

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** The stored form of a verdict. What lists filter by stands beside it; all of it is kept in `detail`, as text. */
export function toDayRecord(day: EngineDay, departmentId: string | null, computedAt: Date): DayRecord {
  const { employeeId, siteId, workDate, shiftId, status, workedMinutes, breakMinutes, closure } = day;
  // The engine writes the fields of a verdict in one order, so equal verdicts are equal texts.
  const text = JSON.stringify(day);
  return {
    // The same day always has the same id, so two marks at once meet in one document and one of them runs again.
    id: `${employeeId}:${workDate}:${shiftId}`,
    ...{ employeeId, siteId, departmentId, workDate, shiftId, status, workedMinutes, breakMinutes, closure },
    lateMinutes: day.lateMinutes,
    earlyMinutes: day.earlyMinutes,
    overtimeMinutes: day.overtimeMinutes,
    firstInAt: toDate(day.firstInAt),
    lastOutAt: toDate(day.lastOutAt),
    flags: day.flags,
    markCount: day.marks.length,
    policyVersion: `${day.policyId}/${day.policyVersion}`,
    isFinal: false,
    detail: text,
    figures: figuresOf(day as unknown as JsonObject),
    digest: createHash('sha256')
      .update(text)
      .update(departmentId ?? '')
      .digest('hex'),
    computedAt,
  };
}

/** The verdict as the rule engine gave it. */
export const toEngineDay = ({ detail }: DayRecord): EngineDay => JSON.parse(detail) as EngineDay;

export function toOffShiftMark(mark: EngineOffShift): OffShiftMark {
  const { eventId, employeeId, siteId, kind, at, timeZone, localDate, reason } = mark;
  return { id: eventId, employeeId, siteId, kind, at: new Date(at), timeZone, localDate, reason };
}

export function toEngineOffShift(mark: OffShiftMark): EngineOffShift {
  const { id: eventId, at, reason, ...rest } = mark;
  return { ...rest, eventId, at: at.toISOString(), reason: reason as EngineOffShift['reason'] };
}
