import type { Writable } from 'node:stream';
import { assertNever } from '@rollcall/contracts';
import type { FileSource, WrittenFile } from './file-source.js';
import { writeCsv } from './write-csv.js';
import { writeJson } from './write-json.js';
import { writeXlsx } from './write-xlsx.js';

export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSON'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  JSON: 'application/json',
};

/** Writes the rows as they come, at the pace of the reader, and ends the stream. Memory does not grow with their number. */
export function writeFile(format: ExportFormat, source: FileSource, out: Writable): Promise<WrittenFile> {
  switch (format) {
    case 'CSV':
      return writeCsv(source, out);
    case 'XLSX':
      return writeXlsx(source, out);
    case 'JSON':
      return writeJson(source, out);
    default:
      return assertNever(format);
  }
}
