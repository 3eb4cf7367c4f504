import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/** Rows of a CSV file (RFC 4180): an apostrophe takes the power out of what a spreadsheet would take for a formula. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  );

export const csvLine = (cells: readonly Cell[]): string => csvLines([cells]);
