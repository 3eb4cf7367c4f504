import { parse } from 'csv-parse/sync';
import type { ByteSource } from './byte-source.js';
import { shortened, type TableRow } from './table-row.js';
import { decodeText, detectEncoding } from './text-encoding.js';
import { linesOf, type TextLine } from './text-lines.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 20;
/** A quoted cell may hold line breaks, but a forgotten quotation mark must not swallow the rest of the file. */
const MAX_LINES_PER_ROW = 20;

/**
 * Reads a CSV file (RFC 4180) row by row: encoding and delimiter are found out, empty rows left out. A row that is broken
 * says so and hides no other.
 *
 * @param delimiter if it is known
 */
export async function* readCsvRows(source: ByteSource, delimiter?: string): AsyncGenerator<TableRow> {
  const encoding = await detectEncoding(source);
  const separator = delimiter ?? detectDelimiter(await sampleOf(source, encoding));
  let open: TextLine[] = [];
  for await (const line of linesOf(decodeText(source, encoding))) {
    if (open.length === 0 && line.text.trim() === '') continue;
    open.push(line);
    const row = rowOf(open, separator);
    if (row !== null) {
      yield row;
      open = [];
    } else if (open.length > MAX_LINES_PER_ROW) {
      const [broken, ...others] = open;
      if (broken !== undefined) yield unclosed(broken);
      open = yield* again(others, separator);
    }
  }
  while (open.length > 0) {
    const [broken, ...others] = open;
    if (broken !== undefined) yield unclosed(broken);
    open = yield* again(others, separator);
  }
}

/** Reads lines once more that a quotation mark had taken for its own. Returns those that still wait for an end. */
function* again(lines: readonly TextLine[], separator: string): Generator<TableRow, TextLine[]> {
  let open: TextLine[] = [];
  for (const line of lines) {
    if (open.length === 0 && line.text.trim() === '') continue;
    open.push(line);
    const row = rowOf(open, separator);
    if (row === null) continue;
    yield row;
    open = [];
  }
  return open;
}

async function sampleOf(source: ByteSource, encoding: Parameters<typeof decodeText>[1]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { text } of linesOf(decodeText(source, encoding))) {
    if (text.trim() !== '') lines.push(text);
    if (lines.length === SAMPLE_LINES) break;
  }
  return lines;
}

/** The one that cuts the first lines into most columns, outside of quotation marks; a comma if none does. */
export function detectDelimiter(lines: readonly string[]): string {
  const unquoted = lines.map((line) => line.replace(/"[^"]*"/g, ''));
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = unquoted.map((line) => line.split(delimiter).length - 1);
    const [header = 0] = counts;
    const sameAsHeader = counts.filter((count) => count === header).length;
    const score = header === 0 ? 0 : sameAsHeader * 100 + header;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Null: a quotation mark is still open. */
function rowOf(lines: readonly TextLine[], delimiter: string): TableRow | null {
  const [first] = lines;
  if (first === undefined) return null;
  const text = lines.map((line) => line.text).join('\n');
  const place = { row: first.line, original: shortened(text) };
  if (!text.includes('"')) return { ...place, cells: text.split(delimiter).map((cell) => cell.trim()), problem: null };
  if ((text.split('"').length - 1) % 2 === 1) return null;
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, trim: true };
    const [cells = []] = parse(text, options) as string[][];
    return { ...place, cells, problem: null };
  } catch {
    return { ...place, cells: [], problem: 'The quotation marks of this row do not match.' };
  }
}

const unclosed = ({ line, text }: TextLine): TableRow => ({
  ...{ row: line, cells: [], original: shortened(text) },
  problem: 'A quotation mark is not closed.',
});
