import type { Employee, FinalisedPeriod as PeriodEntity } from '@rollcall/db';
import type { PersonDeltas } from './payroll.service.js';
import type { FinalisedPeriod, PeriodSignOff, RecomputePreview, RetroDelta, UnjudgedPerson } from './period.types.js';
import type { Preview } from './recompute.service.js';
import type { CheckedSignOff } from './sign-off.service.js';

/** What of a long list a person can look through. */
const SHOWN_CHANGES = 500;

export function toPeriod(period: PeriodEntity): FinalisedPeriod {
  const { id, from, to, siteId, departmentId, finalisedAt, reopenedAt, reopenReason, version } = period;
  return { id, from, to, siteId, departmentId, finalisedAt, reopenedAt, reopenReason, version };
}

export function toSignOff({ signOff, isCurrent }: CheckedSignOff): PeriodSignOff {
  const { id, from, to, siteId, departmentId, dayCount, signedAt, withdrawnAt, note, version } = signOff;
  return { id, from, to, siteId, departmentId, dayCount, signedAt, withdrawnAt, note, version, isCurrent };
}

export function toRetroDeltas({ employee: { id, number, name }, deltas }: PersonDeltas): RetroDelta[] {
  return deltas.map(({ payClass, percent, leaveTypeId, beforeMinutes, afterMinutes, deltaMinutes }) => ({
    ...{ employeeId: id, number, name, payClass, percent, leaveTypeId },
    ...{ beforeMinutes, afterMinutes, deltaMinutes },
  }));
}

export function toUnjudged({ id, number, name }: Employee): UnjudgedPerson {
  return { employeeId: id, number, name };
}

export function toPreview({ token, diff, lockedCount, unjudged }: Preview): RecomputePreview {
  return {
    token,
    lockedCount,
    unjudged: unjudged.map(toUnjudged),
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
