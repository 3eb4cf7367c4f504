import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { durationText } from './duration-text.js';
import type { FileColumn, FileSource, WrittenFile } from './file-source.js';
import { DEFAULT_STYLE, type FileStyle } from './report-locale.js';
import { RunningTotals } from './running-totals.js';
import { headingIn } from './wording/heading.js';
import { wordOf } from './wording/word-of.js';
import type { Wording } from './wording/wording.js';
import { WORDINGS } from './wording/wordings.js';

/**
 * RFC 4180 in the dialect of the style. A text that a spreadsheet would take for a formula gets an apostrophe before it. No row of
 * totals, which programs would count as data.
 */
export async function writeCsv(
  source: FileSource,
  out: Writable,
  style: FileStyle = DEFAULT_STYLE,
): Promise<WrittenFile> {
  const { columns, rows } = source;
  const totals = new RunningTotals(columns);
  const isForPeople = style.csvDialect === 'SPREADSHEET';
  const wording = WORDINGS[style.locale];
  const csv = stringify({
    header: true,
    bom: isForPeople,
    delimiter: isForPeople ? wording.csvDelimiter : ',',
    columns: columns.map((column) => (isForPeople ? headingIn(wording, column) : (column.heading ?? column.key))),
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  async function* lines() {
    for await (const row of rows) {
      totals.add(row);
      yield columns.map((column) => {
        const value = row[column.key] ?? null;
        return isForPeople && value !== null ? textFor(value, column, wording) : value;
      });
    }
  }
  await pipeline(Readable.from(lines()), csv, out);
  return totals;
}

function textFor(value: string | number, column: FileColumn, wording: Wording): string | number {
  const { type } = column;
  if (type === 'MINUTES') return durationText(Number(value));
  if (type === 'TEXT') return wordOf(String(value), column, wording);
  return type === 'HOURS' ? String(value).replace('.', wording.decimalSign) : value;
}
