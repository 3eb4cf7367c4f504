import type { DayRecord, AttendanceEvent as EventEntity } from '@rollcall/db';
import { toCaptureAttempt } from '../capture-attempt/capture-attempt.mapper.js';
import type { AttendanceDay, AttendanceEvent, RecordAttendancePayload } from './attendance.types.js';
import type { RecordedAttendance } from './record-attendance.service.js';

export function toAttendanceEvent(event: EventEntity): AttendanceEvent {
  const { id, kind, at, timeZone, localDate, source, assurance, employeeId, attemptId } = event;
  return { id, kind, at, timeZone, localDate, source, assurance, employeeId, attemptId };
}

export function toAttendanceDay(day: DayRecord): AttendanceDay {
  const {
    id,
    workDate,
    status,
    firstInAt,
    lastOutAt,
    workedMinutes,
    breakMinutes,
    isFinal,
    flags,
    markCount,
    employeeId,
  } = day;
  const trace = day.trace.map(({ rule, message }) => ({ rule, message }));
  return {
    id,
    workDate,
    status,
    firstInAt,
    lastOutAt,
    workedMinutes,
    breakMinutes,
    isFinal,
    flags,
    trace,
    markCount,
    employeeId,
  };
}

export function toRecordPayload({ outcome, event, attempt, replayed }: RecordedAttendance): RecordAttendancePayload {
  return {
    outcome,
    event: event === null ? null : toAttendanceEvent(event),
    attempt: toCaptureAttempt(attempt),
    replayed,
  };
}
