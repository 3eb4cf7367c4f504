import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileSource, WrittenFile } from './file-source.js';
import { RunningTotals } from './running-totals.js';

/** `{"columns": […], "rows": […], "totals": {…}}`, a row a line; the keys are the same in every language. */
export async function writeJson({ columns, rows }: FileSource, out: Writable): Promise<WrittenFile> {
  const totals = new RunningTotals(columns);
  async function* text() {
    yield `{"columns":${JSON.stringify(columns)},"rows":[`;
    for await (const row of rows) {
      yield `${totals.rowCount === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
      totals.add(row);
    }
    yield `\n],"totals":${JSON.stringify(totals.totals)}}\n`;
  }
  await pipeline(Readable.from(text(), { objectMode: false }), out);
  return totals;
}
