import { type PolicyInput, validatePolicy } from '@rollcall/attendance';
import type {
  ShiftAssignment as AssignmentEntity,
  JsonObject,
  AttendancePolicy as PolicyEntity,
  Shift as ShiftEntity,
} from '@rollcall/db';
import type { AttendancePolicy, Shift, ShiftAssignment, ShiftPattern } from './roster.types.js';

export function toShift(shift: ShiftEntity): Shift {
  const { id, name, start, end, policyId, isArchived, version } = shift;
  return { id, name, start, end, pattern: toPattern(shift.pattern), policyId, isArchived, version };
}

function toPattern(pattern: ShiftEntity['pattern']): ShiftPattern {
  const none = { weekdays: [], anchorDate: null, lengthDays: null, workDays: [] };
  return { ...none, ...pattern };
}

export function toAssignment(assignment: AssignmentEntity): ShiftAssignment {
  const { id, employeeId, from, to, schedule, siteId, version } = assignment;
  const rotation = schedule.kind === 'ROTATION' ? schedule : null;
  return {
    ...{ id, employeeId, from, to, siteId, version },
    shiftId: schedule.kind === 'SHIFT' ? schedule.shiftId : null,
    rotationAnchorDate: rotation?.anchorDate ?? null,
    rotationSlots: rotation?.slots ?? [],
  };
}

export function toPolicy(policy: PolicyEntity): AttendancePolicy {
  const { id, policyId, name, number, effectiveFrom, createdAt } = policy;
  const input = { ...(policy.levers as Partial<PolicyInput>), policyId, version: number };
  const { policyId: _id, version: _version, effectiveFrom: _from, ...levers } = validatePolicy(input);
  return { id, policyId, name, number, effectiveFrom, levers: levers as unknown as JsonObject, createdAt };
}
