import type { WorkInterval as EngineInterval } from '@rollcall/attendance';
import type { DayRecord, AttendanceEvent as EventEntity, OffShiftMark as MarkEntity } from '@rollcall/db';
import { toCaptureAttempt } from '../capture-attempt/capture-attempt.mapper.js';
import type {
  AttendanceDay,
  AttendanceEvent,
  OffShiftMark,
  RecordAttendancePayload,
  WorkInterval,
} from './attendance.types.js';
import { toEngineDay } from './day-record.mapper.js';
import type { RecordedAttendance } from './mark-recorder.js';

export function toAttendanceEvent(event: EventEntity): AttendanceEvent {
  const { id, kind, at, timeZone, localDate, source, assurance, employeeId, attemptId, costCentre } = event;
  const { placeFlags = [], reason = null, capturedAt = null, clockOffsetMs = null } = event.checkIn ?? {};
  return {
    ...{ id, kind, at, timeZone, localDate, source, assurance, employeeId, attemptId, costCentre },
    isRemote: event.isRemote === true,
    isOffline: event.isOffline === true,
    ...{ placeFlags, reason, capturedAt, clockOffsetMs },
  };
}

export function toAttendanceDay(day: DayRecord): AttendanceDay {
  const { id, workDate, status, firstInAt, lastOutAt, workedMinutes, breakMinutes, isFinal, closure } = day;
  const { flags, markCount, employeeId, lateMinutes, earlyMinutes, overtimeMinutes } = day;
  const verdict = toEngineDay(day);
  return {
    ...{ id, workDate, status, firstInAt, lastOutAt, workedMinutes, breakMinutes, isFinal, closure },
    ...{ flags, markCount, employeeId, lateMinutes, earlyMinutes, overtimeMinutes },
    timeZone: verdict.timeZone,
    presence: verdict.presence,
    dayType: verdict.dayType,
    shiftId: verdict.shiftId,
    scheduledStartAt: new Date(verdict.scheduledStartAt),
    scheduledEndAt: new Date(verdict.scheduledEndAt),
    siteId: verdict.siteId,
    scheduledMinutes: verdict.scheduledMinutes,
    windowOpensAt: new Date(verdict.windowOpensAt),
    windowClosesAt: new Date(verdict.windowClosesAt),
    holidayName: verdict.holidayName,
    leaves: verdict.leaves.map((leave) => ({ ...leave })),
    intervals: verdict.intervals.map(toInterval),
    overtime: { ...verdict.overtime },
    refusedAttempts: verdict.refusedAttempts.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) })),
    silentDeviceIds: verdict.silentDeviceIds,
    policyId: verdict.policyId,
    policyVersion: verdict.policyVersion,
    trace: verdict.trace.map(({ rule, message, values }) => ({ rule, message, values: { ...values } })),
    marks: verdict.marks.map(({ eventId, kind, at, role }) => ({ eventId, kind, at: new Date(at), role })),
  };
}

function toInterval({ inAt, outAt, countedFromAt, countedToAt, ...rest }: EngineInterval): WorkInterval {
  const [from, to] = [new Date(countedFromAt), new Date(countedToAt)];
  return { ...rest, inAt: new Date(inAt), outAt: new Date(outAt), countedFromAt: from, countedToAt: to };
}

export function toOffShift(mark: MarkEntity): OffShiftMark {
  const { id, kind, at, timeZone, localDate, reason, employeeId } = mark;
  return { id, kind, at, timeZone, localDate, reason, employeeId };
}

export function toRecordPayload({
  outcome,
  event,
  attempt,
  replayed,
  role,
}: RecordedAttendance): RecordAttendancePayload {
  return {
    outcome,
    event: event === null ? null : toAttendanceEvent(event),
    attempt: toCaptureAttempt(attempt),
    replayed,
    role,
  };
}
