import type { DayDiff, DayRecord } from '@rollcall/attendance';
import type { DayChange, MinutesChange, RecomputePreview } from './period.types.js';

type EngineChange = DayDiff['changes'][number];

/** What of a long list a person can look through. */
const SHOWN_CHANGES = 500;
/** They say which rules judged the day and how; by themselves they change nobody's result. */
const BOOKKEEPING: ReadonlySet<keyof DayRecord> = new Set(['policyId', 'policyVersion', 'trace']);
const MINUTES = ['workedMinutes', 'breakMinutes', 'lateMinutes', 'earlyMinutes', 'overtimeMinutes'] as const;

/** Days with another result come first: a new version of the rules touches every day it judges. */
export function toDayChanges(
  changes: readonly EngineChange[],
): Pick<RecomputePreview, 'changes' | 'resultChangeCount'> {
  const results = changes.filter(hasOtherResult);
  const others = changes.filter((change) => !hasOtherResult(change));
  return {
    resultChangeCount: results.length,
    changes: [...results, ...others].slice(0, SHOWN_CHANGES).map(toDayChange),
  };
}

function hasOtherResult({ kind, fields }: EngineChange): boolean {
  return kind !== 'CHANGED' || fields.some(({ field }) => !BOOKKEEPING.has(field));
}

function toDayChange(change: EngineChange): DayChange {
  const { kind, employeeId, workDate, shiftId, before, after, causes } = change;
  return {
    ...{ kind, employeeId, workDate, shiftId, causes },
    statusBefore: before?.status ?? null,
    statusAfter: after?.status ?? null,
    workedMinutesBefore: before?.workedMinutes ?? null,
    workedMinutesAfter: after?.workedMinutes ?? null,
    minutes: MINUTES.flatMap((field) => toMinutes(field, before, after)),
    fields: change.fields.map(({ field }) => field),
  };
}

function toMinutes(field: (typeof MINUTES)[number], before: DayRecord | null, after: DayRecord | null) {
  const change: MinutesChange = { field, before: before?.[field] ?? null, after: after?.[field] ?? null };
  return change.before === change.after ? [] : [change];
}
