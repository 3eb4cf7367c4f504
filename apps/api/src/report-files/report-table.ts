/** How a column is to be read: a date and an instant as ISO text, minutes and counts as whole numbers. */
export const REPORT_COLUMN_TYPES = ['TEXT', 'DATE', 'DATETIME', 'MINUTES', 'COUNT'] as const;
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
  /** Sums of the MINUTES and COUNT columns over all rows. */
  readonly totals: Readonly<Record<string, number>>;
}

export const column = (key: string, type: ReportColumnType = 'TEXT'): ReportColumn => ({ key, type });

/** The table of these rows; its totals are the sums of what is in the rows, so they cannot differ. */
export function tableOf(columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportTable {
  const summed = columns.filter(({ type }) => type === 'MINUTES' || type === 'COUNT');
  const totals = Object.fromEntries(
    summed.map(({ key }) => [key, rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)]),
  );
  return { columns, rows, totals };
}
