import type { ReportLocale } from '@rollcall/contracts';

export type { ReportLocale };

/**
 * PROGRAM: the keys of the columns, codes, commas, whole minutes, no byte order mark. SPREADSHEET: headings, words and separators
 * of the language, minutes as h:mm, and a byte order mark, so that a double click opens it as it should. Dates are ISO in both.
 */
export const CSV_DIALECTS = ['PROGRAM', 'SPREADSHEET'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

export interface FileStyle {
  readonly locale: ReportLocale;
  readonly csvDialect: CsvDialect;
}

export const DEFAULT_STYLE: FileStyle = { locale: 'EN', csvDialect: 'PROGRAM' };
