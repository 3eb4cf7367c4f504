import type { DayRecord, DayChange as EngineChange } from '@rollcall/attendance';
import type { DayChange, MinutesChange } from './period.types.js';

const MINUTES = ['workedMinutes', 'breakMinutes', 'lateMinutes', 'earlyMinutes', 'overtimeMinutes'] as const;

/** One day of a preview, before and after. */
export function toDayChange(change: EngineChange): DayChange {
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
