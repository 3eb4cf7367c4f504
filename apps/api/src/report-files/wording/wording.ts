import type { DayStatus } from '@rollcall/contracts';

/** A status in the narrow cells of a muster, and in words. */
export interface StatusWording {
  /** One or two letters; different for each status. */
  readonly code: string;
  readonly text: string;
}

/** By key of a column, what stands for a code in it. */
export type WordsByColumn = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a file says in one language. */
export interface Wording {
  readonly direction: 'LTR' | 'RTL';
  /** What spreadsheets of that language expect between cells, and inside numbers. */
  readonly csvDelimiter: string;
  readonly decimalSign: string;
  /** By kind of report. */
  readonly titles: Readonly<Record<string, string>>;
  /** By key of a column. */
  readonly headings: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<DayStatus, StatusWording>>;
  readonly words: WordsByColumn;
  /** Between several words in one cell. */
  readonly listSeparator: string;
  readonly total: string;
  readonly rowCount: (count: number) => string;
  readonly homeClocks: string;
  readonly clockOf: (timeZone: string) => string;
  /** Told at the end of a page file that holds signs which its fonts do not. */
  readonly missingSigns: string;
}
