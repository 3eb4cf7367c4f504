import { type ByteSource, firstBytes } from './byte-source.js';
import { readCsvRows } from './csv-rows.js';
import type { TableRow } from './table-row.js';
import { readXlsxRows } from './xlsx-rows.js';

const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Whether a file is a ZIP archive, which every XLSX workbook is too. The bytes decide, not the name. */
export async function isZip(source: ByteSource): Promise<boolean> {
  return (await firstBytes(source, ZIP_MAGIC.length)).equals(ZIP_MAGIC);
}

/** The rows of a CSV file or of an XLSX workbook, whatever it is called. @throws DomainError BAD_USER_INPUT */
export async function* readTable(source: ByteSource, delimiter?: string): AsyncGenerator<TableRow> {
  yield* (await isZip(source)) ? readXlsxRows(source) : readCsvRows(source, delimiter);
}
