import type { Correction as CorrectionEntity } from '@rollcall/db';
import type { Correction } from './correction.types.js';

export function toCorrection(correction: CorrectionEntity): Correction {
  const { id, employeeId, action, replacesEventId, kind, at, localDate, reason, status } = correction;
  const { decidedAt, decisionNote, eventId, version, createdAt } = correction;
  return {
    ...{ id, employeeId, action, replacesEventId, kind, at, localDate, reason, status },
    ...{ decidedAt, decisionNote, eventId, version, createdAt },
  };
}
