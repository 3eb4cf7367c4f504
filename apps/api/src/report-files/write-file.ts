import type { Writable } from 'node:stream';
import { assertNever } from '@rollcall/contracts';
import type { FileSource, WrittenFile } from './file-source.js';
import { writePdf } from './pdf/write-pdf.js';
import { DEFAULT_STYLE, type FileStyle } from './report-locale.js';
import { writeCsv } from './write-csv.js';
import { writeJson } from './write-json.js';
import { writeXlsx } from './write-xlsx.js';

export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSON', 'PDF'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  JSON: 'application/json',
  PDF: 'application/pdf',
};

/**
 * Writes the rows as they come, at the pace of the reader, and ends the stream. Memory does not grow with their number.
 *
 * @throws DomainError BAD_USER_INPUT if a PDF would have more rows or dates than a page can show; what `source.rows` throws
 */
export function writeFile(
  format: ExportFormat,
  source: FileSource,
  out: Writable,
  style: FileStyle = DEFAULT_STYLE,
): Promise<WrittenFile> {
  switch (format) {
    case 'CSV':
      return writeCsv(source, out, style);
    case 'XLSX':
      return writeXlsx(source, out, style);
    case 'JSON':
      return writeJson(source, out);
    case 'PDF':
      return writePdf(source, out, style);
    default:
      return assertNever(format);
  }
}
