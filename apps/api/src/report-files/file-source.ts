import type { ReportColumn, ReportRow } from './report-table.js';

/** What a file is made of; the rows may come one after the other. */
export interface FileSource {
  readonly columns: readonly ReportColumn[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
}

export interface WrittenFile {
  readonly rowCount: number;
  /** Sums of the MINUTES and COUNT columns over what was written. */
  readonly totals: Readonly<Record<string, number>>;
}
