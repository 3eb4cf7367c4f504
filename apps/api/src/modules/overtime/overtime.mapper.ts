import type { OvertimeDecision as DecisionEntity } from '@rollcall/db';
import type { OvertimeDecision } from './overtime.types.js';

export function toOvertimeDecision(decision: DecisionEntity): OvertimeDecision {
  const { id, workDate, shiftId, approvedMinutes, note, version } = decision;
  return { id, workDate, shiftId, approvedMinutes, note, version };
}
