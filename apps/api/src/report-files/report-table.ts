/**
 * How a column is to be read: a date and an instant as ISO text, minutes and counts as whole numbers, HOURS as a number with
 * two decimals, PERCENT as a whole number that nobody adds up.
 */
export const REPORT_COLUMN_TYPES = ['TEXT', 'DATE', 'DATETIME', 'MINUTES', 'COUNT', 'HOURS', 'PERCENT'] as const;
export type ReportColumnType = (typeof REPORT_COLUMN_TYPES)[number];

export interface ReportColumn {
  /** The name of the value in each row; the heading of a column is its translation. */
  readonly key: string;
  readonly type: ReportColumnType;
}

export type ReportRow = Readonly<Record<string, string | number | null>>;

/** A report as every form of it needs it: on a page, in GraphQL, in a file. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Sums of the MINUTES, COUNT and HOURS columns over all rows. */
  readonly totals: Readonly<Record<string, number>>;
}

export const column = (key: string, type: ReportColumnType = 'TEXT'): ReportColumn => ({ key, type });

/** The table of these rows; its totals are the sums of what is in the rows, so they cannot differ. */
export function tableOf(columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportTable {
  const totals = Object.fromEntries(
    columns
      .filter(isSummed)
      .map((summed) => [summed.key, rows.reduce((sum, row) => addTo(sum, row[summed.key], summed), 0)]),
  );
  return { columns, rows, totals };
}

export const isSummed = ({ type }: ReportColumn): boolean => type === 'MINUTES' || type === 'COUNT' || type === 'HOURS';

/** Hours are added in hundredths: their sum is exact, as people would add them on paper. */
export function addTo(sum: number, value: string | number | null | undefined, { type }: ReportColumn): number {
  const added = Number(value ?? 0);
  return type === 'HOURS' ? (Math.round(sum * 100) + Math.round(added * 100)) / 100 : sum + added;
}
