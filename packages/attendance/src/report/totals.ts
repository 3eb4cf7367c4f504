import { DAY_STATUSES, type DayStatus } from '@rollcall/contracts';
import { compareText } from '../order/compare.js';

/** The sum of each named field over all rows. Every total of a report is made by this, so totals equal their rows. */
export function sumFields<Field extends string>(
  rows: readonly Readonly<Record<Field, number>>[],
  fields: readonly Field[],
): Record<Field, number> {
  const totals = Object.fromEntries(fields.map((field) => [field, 0])) as Record<Field, number>;
  for (const row of rows) addFields(totals, row, fields);
  return totals;
}

/** Adds one row to running totals, for reports that are streamed and never held as a whole. */
export function addFields<Field extends string>(
  totals: Record<Field, number>,
  row: Readonly<Record<Field, number>>,
  fields: readonly Field[],
): void {
  for (const field of fields) totals[field] += row[field];
}

/** One group of rows with its own totals; the totals of all groups add up to the report's. */
export interface RowGroup<Row, Field extends string> {
  /** The value the rows share; null where they have none. */
  readonly key: string | null;
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<Field, number>>;
}

/** Splits rows by a value (site, department), keys in order, null last. */
export function groupRows<Field extends string, Row extends Readonly<Record<Field, number>>>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  fields: readonly Field[],
): readonly RowGroup<Row, Field>[] {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, members]) => ({ key, rows: members, totals: sumFields(members, fields) }));
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === null) return b === null ? 0 : 1;
  return b === null ? -1 : compareText(a, b);
}

/** How many rows have each status; every status is there, also with 0. */
export function countStatuses(rows: readonly { readonly status: DayStatus }[]): Readonly<Record<DayStatus, number>> {
  const counts = Object.fromEntries(DAY_STATUSES.map((status) => [status, 0])) as Record<DayStatus, number>;
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
