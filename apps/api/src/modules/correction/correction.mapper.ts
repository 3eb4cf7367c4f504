import type { Correction as CorrectionEntity } from '@rollcall/db';
import { toDayChange } from '../period/day-change.mapper.js';
import type { Correction, CorrectionPreview } from './correction.types.js';
import type { CorrectionEffect } from './correction-effect.js';

export function toCorrection(correction: CorrectionEntity): Correction {
  const { id, employeeId, action, replacesEventId, kind, at, localDate, reason, status } = correction;
  const { decidedAt, decisionNote, eventId, version, createdAt } = correction;
  return {
    ...{ id, employeeId, action, replacesEventId, kind, at, localDate, reason, status },
    ...{ decidedAt, decisionNote, eventId, version, createdAt },
  };
}

export function toCorrectionPreview({ token, diff }: CorrectionEffect): CorrectionPreview {
  return {
    ...{ token, changeCount: diff.changes.length, changes: diff.changes.map(toDayChange) },
    statusChanges: diff.statusChanges.map(({ before, after, count }) => ({ before, after, count })),
  };
}
