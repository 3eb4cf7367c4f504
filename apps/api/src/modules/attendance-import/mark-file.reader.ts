import { DomainError } from '@rollcall/contracts';
import type { ByteSource } from '../../files/byte-source.js';
import { mapHeadings, type NamedColumn } from '../../files/header-map.js';
import { isZip, readTable } from '../../files/table-file.js';
import { shortened } from '../../files/table-row.js';
import { decodeText, detectEncoding } from '../../files/text-encoding.js';
import { linesOf, type TextLine } from '../../files/text-lines.js';
import type { DateFormat } from '../../local-dates/written-date.js';
import type { SourceRow } from './device-log.types.js';
import { MARK_SYNONYMS } from './mark-columns.js';
import { MarkTableParser } from './mark-table.parser.js';
import { isZktecoLogLine, parseZktecoLogLine } from './zkteco-log.parser.js';

export interface MarkFileOptions {
  readonly dateFormat: DateFormat;
  readonly ignoreKinds: boolean;
  readonly columns: readonly NamedColumn[];
}

/** A few broken lines at the head must not hide what kind of file it is. */
const SAMPLE_LINES = 20;

/**
 * Reads a file of marks row by row: XLSX, CSV with headings, or a terminal's `attlog.dat`. What it is, its bytes say.
 *
 * @throws DomainError BAD_USER_INPUT if it is none of them, or no heading tells whose mark it is and when
 */
export async function* readMarkFile(source: ByteSource, options: MarkFileOptions): AsyncGenerator<SourceRow> {
  yield* (await isZktecoLog(source)) ? readLog(source, options) : readTableOfMarks(source, options);
}

async function isZktecoLog(source: ByteSource): Promise<boolean> {
  if (await isZip(source)) return false;
  let count = 0;
  for await (const { text } of textLines(source)) {
    if (isZktecoLogLine(text)) return true;
    if (text.trim() !== '') count += 1;
    if (count === SAMPLE_LINES) return false;
  }
  return false;
}

async function* textLines(source: ByteSource): AsyncGenerator<TextLine> {
  yield* linesOf(decodeText(source, await detectEncoding(source)));
}

async function* readLog(source: ByteSource, { ignoreKinds }: MarkFileOptions): AsyncGenerator<SourceRow> {
  for await (const { line, text } of textLines(source)) {
    if (text.trim() === '') continue;
    const result = parseZktecoLogLine(text, line, { ignoreStates: ignoreKinds });
    const place = { row: line, original: shortened(text.trim()) };
    yield 'reason' in result ? { ...place, marks: [], errors: [result] } : { ...place, marks: [result], errors: [] };
  }
}

async function* readTableOfMarks(source: ByteSource, options: MarkFileOptions): AsyncGenerator<SourceRow> {
  let parser: MarkTableParser | null = null;
  for await (const row of readTable(source)) {
    if (parser !== null) {
      yield parser.parse(row);
      continue;
    }
    parser = new MarkTableParser(mapHeadings(row.cells, MARK_SYNONYMS, options.columns), options);
    if (parser.missing !== null) throw refuse(parser.missing, row.cells);
  }
  if (parser === null) throw refuse('The file is empty.', []);
}

const refuse = (problem: string, headings: readonly string[]): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem, headings: headings.slice(0, 50) } });
