import type { FinalisedPeriod as PeriodEntity } from '@rollcall/db';
import type { FinalisedPeriod, RecomputePreview } from './period.types.js';
import type { Preview } from './recompute.service.js';

/** What of a long list a person can look through. */
const SHOWN_CHANGES = 500;

export function toPeriod(period: PeriodEntity): FinalisedPeriod {
  const { id, from, to, siteId, finalisedAt, reopenedAt, reopenReason, version } = period;
  return { id, from, to, siteId, finalisedAt, reopenedAt, reopenReason, version };
}

export function toPreview({ token, diff, lockedCount }: Preview): RecomputePreview {
  return {
    token,
    lockedCount,
    changeCount: diff.changes.length,
    unchangedCount: diff.unchangedCount,
    statusChanges: diff.statusChanges.map(({ before, after, count }) => ({ before, after, count })),
    changes: diff.changes.slice(0, SHOWN_CHANGES).map((change) => ({
      kind: change.kind,
      employeeId: change.employeeId,
      workDate: change.workDate,
      shiftId: change.shiftId,
      statusBefore: change.before?.status ?? null,
      statusAfter: change.after?.status ?? null,
      workedMinutesBefore: change.before?.workedMinutes ?? null,
      workedMinutesAfter: change.after?.workedMinutes ?? null,
      fields: change.fields.map(({ field }) => field),
      causes: change.causes,
    })),
  };
}
