import type { MarkDispute as DisputeEntity } from '@rollcall/db';
import type { MarkDispute } from './dispute.types.js';

export function toMarkDispute(dispute: DisputeEntity): MarkDispute {
  const { id, eventId, employeeId, actualEmployeeId, localDate, reason, status } = dispute;
  const { decidedAt, decisionNote, version, createdAt } = dispute;
  return {
    ...{ id, eventId, employeeId, actualEmployeeId, localDate, reason, status },
    ...{ decidedAt, decisionNote, version, createdAt },
  };
}
