/** One row of a table as it stands in a file. */
export interface TableRow {
  /** Line of a text file or row of a sheet, from 1. */
  readonly row: number;
  /** As text: dates as `YYYY-MM-DD`, times as `HH:MM:SS`, both with `T` between. */
  readonly cells: readonly string[];
  /** The row as a person would find it in the file, shortened. */
  readonly original: string;
  /** Why the row cannot be read at all; null: it can. */
  readonly problem: string | null;
}

const MAX_ORIGINAL = 500;

export const shortened = (text: string): string =>
  text.length <= MAX_ORIGINAL ? text : `${text.slice(0, MAX_ORIGINAL - 1)}…`;
