import { type DayDiff, diffDayRecords, type DayRecord as EngineDay } from '@rollcall/attendance';
import { hashInput } from '@rollcall/db';

/** Which days a correction changes, and how. */
export interface CorrectionEffect {
  /** A digest of what is shown of the changes. */
  readonly token: string;
  readonly diff: DayDiff;
}

const SHOWN = ['status', 'workedMinutes', 'breakMinutes', 'lateMinutes', 'earlyMinutes', 'overtimeMinutes'] as const;

export function effectOf(before: readonly EngineDay[], after: readonly EngineDay[]): CorrectionEffect {
  const diff = diffDayRecords(before, after);
  // Not the whole verdicts: the mark that an approval writes has an id of its own each time.
  const shown = diff.changes.map(({ kind, employeeId, workDate, shiftId, fields, ...change }) => ({
    ...{ kind, employeeId, workDate, shiftId, fields: fields.map(({ field }) => field) },
    ...{ before: shownOf(change.before), after: shownOf(change.after) },
  }));
  return { token: hashInput(JSON.parse(JSON.stringify(shown))), diff };
}

const shownOf = (day: EngineDay | null) => day && [...SHOWN.map((field) => day[field]), ...day.flags];
