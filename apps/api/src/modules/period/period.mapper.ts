import type { Employee, FinalisedPeriod as PeriodEntity } from '@rollcall/db';
import { toDayChange } from './day-change.mapper.js';
import type { PersonDeltas } from './payroll.service.js';
import type { FinalisedPeriod, PeriodSignOff, RecomputePreview, RetroDelta, UnjudgedPerson } from './period.types.js';
import type { Preview } from './recompute.service.js';
import type { CheckedSignOff } from './sign-off.service.js';

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

export function toPreview(preview: Preview): RecomputePreview {
  const { token, changes, changeCount, resultChangeCount, unchangedCount, lockedCount, unjudged } = preview;
  return {
    ...{ token, changeCount, resultChangeCount, unchangedCount, lockedCount, unjudged: unjudged.map(toUnjudged) },
    changes: changes.map(toDayChange),
    statusChanges: preview.statusChanges.map(({ before, after, count }) => ({ before, after, count })),
  };
}
