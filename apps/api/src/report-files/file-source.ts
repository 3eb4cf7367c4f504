import type { ReportColumn, ReportRow } from './report-table.js';

/** A column as a file shows it. */
export interface FileColumn extends ReportColumn {
  /** What stands above it in every language, where another program expects it so. Left out: the words for the key. */
  readonly heading?: string | undefined;
}

/** What a page says above its table. */
export interface FileAbout {
  readonly organisation: string;
  /** Kind of the report; its title is a translation of it. */
  readonly kind: string;
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
  /** The clock of all times; null: each person's own. */
  readonly timeZone: string | null;
  readonly createdAt: Date;
}

/** What a file is made of; the rows may come one after the other. */
export interface FileSource {
  readonly about: FileAbout;
  readonly columns: readonly FileColumn[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
}

export interface WrittenFile {
  readonly rowCount: number;
  /** Sums of the MINUTES, COUNT and HOURS columns over what was written. */
  readonly totals: Readonly<Record<string, number>>;
}
