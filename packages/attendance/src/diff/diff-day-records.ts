import type { DayStatus } from '@rollcall/contracts';
import { compareText } from '../order/compare.js';
import type { DayRecord } from '../types/day-record.js';
import { type ChangeCause, causesOf } from './causes.js';
import { isSame } from './is-same.js';

export type DayField = keyof DayRecord;

export interface FieldChange {
  readonly field: DayField;
  readonly before: unknown;
  readonly after: unknown;
}

/** One day record that a rebuild adds, removes or changes. */
export interface DayChange {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly employeeId: string;
  readonly workDate: string;
  readonly shiftId: string;
  readonly before: DayRecord | null;
  readonly after: DayRecord | null;
  /** The differing fields of a changed record, in the order of the record. */
  readonly fields: readonly FieldChange[];
  /** Why: for the audit entry and the preview. */
  readonly causes: readonly ChangeCause[];
}

export interface DayDiff {
  /** By employee, work date, shift. */
  readonly changes: readonly DayChange[];
  readonly unchangedCount: number;
  /** How many days go from which status to which; null stands for no record. */
  readonly statusChanges: readonly {
    readonly before: DayStatus | null;
    readonly after: DayStatus | null;
    readonly count: number;
  }[];
}

/** Employee, work date and shift as one text; unique among day records. */
export function dayKeyOf(record: Pick<DayRecord, 'employeeId' | 'workDate' | 'shiftId'>): string {
  return JSON.stringify([record.employeeId, record.workDate, record.shiftId]);
}

/** What applying `after` in place of `before` changes. Order of the lists does not matter. */
export function diffDayRecords(before: readonly DayRecord[], after: readonly DayRecord[]): DayDiff {
  const old = new Map(before.map((record) => [dayKeyOf(record), record]));
  const next = new Map(after.map((record) => [dayKeyOf(record), record]));
  const changes = [...new Set([...old.keys(), ...next.keys()])]
    .sort()
    .flatMap((key) => changeOf(old.get(key) ?? null, next.get(key) ?? null));
  const unchangedCount = after.length - changes.filter(({ kind }) => kind !== 'REMOVED').length;
  return { changes, unchangedCount, statusChanges: statusChangesOf(changes) };
}

/** `before` with the changes applied: the same records as the `after` they were taken from. */
export function applyDayDiff(
  before: readonly DayRecord[],
  { changes }: Pick<DayDiff, 'changes'>,
): readonly DayRecord[] {
  const records = new Map(before.map((record) => [dayKeyOf(record), record]));
  for (const change of changes) {
    if (change.after === null) records.delete(dayKeyOf(change));
    else records.set(dayKeyOf(change), change.after);
  }
  return [...records.entries()].sort(([a], [b]) => compareText(a, b)).map(([, record]) => record);
}

function changeOf(before: DayRecord | null, after: DayRecord | null): readonly DayChange[] {
  const either = after ?? before;
  if (either === null) return [];
  const { employeeId, workDate, shiftId } = either;
  const base = { employeeId, workDate, shiftId, before, after };
  if (before === null) return [{ ...base, kind: 'ADDED', fields: [], causes: ['DAY_ADDED'] }];
  if (after === null) return [{ ...base, kind: 'REMOVED', fields: [], causes: ['DAY_REMOVED'] }];
  const fields = fieldChanges(before, after);
  return fields.length === 0 ? [] : [{ ...base, kind: 'CHANGED', fields, causes: causesOf(before, after) }];
}

function fieldChanges(before: DayRecord, after: DayRecord): readonly FieldChange[] {
  return (Object.keys(after) as DayField[])
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function statusChangesOf(changes: readonly DayChange[]): DayDiff['statusChanges'] {
  const counts = new Map<string, DayDiff['statusChanges'][number]>();
  for (const change of changes) {
    const before = change.before?.status ?? null;
    const after = change.after?.status ?? null;
    if (before === after) continue;
    const key = `${before}>${after}`;
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
}
