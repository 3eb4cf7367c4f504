import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { FileSource, WrittenFile } from './file-source.js';
import { RunningTotals } from './running-totals.js';

/**
 * RFC 4180 with the keys of the columns as header, for programs: minutes are whole numbers, dates ISO text. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. No row of totals, which programs would count as data.
 */
export async function writeCsv({ columns, rows }: FileSource, out: Writable): Promise<WrittenFile> {
  const totals = new RunningTotals(columns);
  const csv = stringify({
    header: true,
    columns: columns.map(({ key }) => key),
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  async function* counted() {
    for await (const row of rows) {
      totals.add(row);
      yield row;
    }
  }
  await pipeline(Readable.from(counted()), csv, out);
  return totals;
}
