import type {
  DeviceSync,
  EmployeeSite,
  ShiftAssignment as EngineAssignment,
  AttendanceEvent as EngineEvent,
  Leave as EngineLeave,
  Shift as EngineShift,
  OvertimeApproval,
  PolicyInput,
  RefusedAttempt,
  Weekday,
} from '@rollcall/attendance';
import type {
  AttendancePolicy,
  CaptureAttempt,
  Device,
  Employee,
  Holiday,
  JudgedMark,
  Leave,
  LeaveType,
  OvertimeDecision,
  Shift,
  ShiftAssignment,
  WeeklyOff,
} from '@rollcall/db';

/** From what is stored to the terms of the rule engine. Nothing is decided here. */
/** @param employeeId whose mark it is to be; default: as it stands there. A second record's is that of the person */
export function toEngineEvent(event: JudgedMark, employeeId = event.employeeId): EngineEvent {
  return {
    eventId: event.id,
    employeeId,
    timeZone: event.timeZone,
    kind: event.kind,
    source: event.source,
    siteId: event.siteId,
    deviceId: event.deviceId,
    assurance: event.assurance,
    replacesEventId: event.replacesEventId,
    at: event.at.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    isVoid: event.isVoid === true,
    isRemote: event.isRemote === true,
    isOffline: event.isOffline === true,
    costCentre: event.costCentre,
  };
}

export function toEngineAttempt({ id, at, outcome }: CaptureAttempt): RefusedAttempt {
  return { attemptId: id, at: at.toISOString(), outcome };
}

export function toEngineShift({ id, name, start, end, pattern, policyId }: Shift): EngineShift {
  return { shiftId: id, name, start, end, policyId, pattern: pattern as NonNullable<EngineShift['pattern']> };
}

/** @param employeeId who works it; default: as it stands there */
export function toEngineAssignment(assignment: ShiftAssignment, employeeId = assignment.employeeId): EngineAssignment {
  const { id, from, to, schedule, siteId } = assignment;
  return { assignmentId: id, employeeId, from, to, schedule, siteId };
}

export function toEnginePolicy({ policyId, number, effectiveFrom, levers }: AttendancePolicy): PolicyInput {
  return { ...(levers as Partial<PolicyInput>), policyId, version: number, effectiveFrom };
}

export function toEngineLeave(leave: Leave, types: ReadonlyMap<string, LeaveType>): EngineLeave {
  const { id: leaveId, leaveTypeId, from, to, portion } = leave;
  return { leaveId, leaveTypeId, from, to, portion, isPaid: types.get(leaveTypeId)?.isPaid ?? false };
}

export function toEngineHoliday({
  date,
  name,
  portion,
  siteId,
}: Pick<Holiday, 'date' | 'name' | 'portion' | 'siteId'>) {
  return { date, name, portion, siteId };
}

export function toEngineApproval({ workDate, shiftId, approvedMinutes }: OvertimeDecision): OvertimeApproval {
  return { workDate, shiftId, approvedMinutes };
}

export function toEngineWeeklyOff({
  weekday,
  weeksOfMonth,
  from,
  to,
  siteId,
}: Pick<WeeklyOff, 'weekday' | 'weeksOfMonth' | 'from' | 'to' | 'siteId'>) {
  const weeks = weeksOfMonth.length === 0 ? {} : { weeksOfMonth };
  return { weekday: weekday as Weekday, from, to, siteId, ...weeks };
}

export function toEngineDevice({ id, syncedThroughAt, activeFromAt }: Device): DeviceSync {
  return {
    deviceId: id,
    syncedThroughAt: syncedThroughAt?.toISOString() ?? null,
    activeFromAt: activeFromAt.toISOString(),
  };
}

/** The first site of the history also holds for the time before it; without a history, the given one always does. */
export function toEngineSites({ siteHistory }: Employee, siteId: string): readonly EmployeeSite[] {
  return [{ siteId: siteHistory[0]?.siteId ?? siteId }, ...siteHistory];
}
