import { DatasetError } from './dataset-error.js';

/** One record of a CSV file. `row` is the line it starts on, counted from 1. */
export interface CsvRow {
  readonly row: number;
  readonly fields: readonly string[];
}

/**
 * Splits CSV text as RFC 4180 has it: commas, double quotes, quotes doubled inside quotes, any line end. A byte-order
 * mark, blank lines and spaces around unquoted fields are dropped.
 *
 * @throws DatasetError for a quote that is never closed
 */
export function parseCsvRows(text: string, file: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position < text.length) {
    const start = line;
    const record = readRecord(text, position, file, start);
    position = record.end;
    line += record.lines;
    const isBlank = record.fields.length === 1 && record.fields[0] === '';
    if (!isBlank) rows.push({ row: start, fields: record.fields });
  }
  return rows;
}

interface ReadRecord {
  readonly fields: string[];
  readonly end: number;
  readonly lines: number;
}

function readRecord(text: string, start: number, file: string, row: number): ReadRecord {
  const fields: string[] = [];
  let position = start;
  let lines = 0;
  for (;;) {
    const field = text[position] === '"' ? readQuoted(text, position, file, row) : readPlain(text, position);
    fields.push(field.value);
    lines += field.lines;
    position = field.end;
    if (text[position] === ',') {
      position += 1;
      continue;
    }
    if (text[position] === '\r') position += 1;
    if (text[position] === '\n') position += 1;
    return { fields, end: position, lines: lines + 1 };
  }
}

interface ReadField {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function readPlain(text: string, start: number): ReadField {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text[end] ?? '')) end += 1;
  return { value: text.slice(start, end).trim(), end, lines: 0 };
}

function readQuoted(text: string, start: number, file: string, row: number): ReadField {
  let value = '';
  let position = start + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote === -1) throw DatasetError.of(file, 'A quote is opened and never closed.', row);
    value += text.slice(position, quote);
    position = quote + 1;
    if (text[position] !== '"') break;
    value += '"';
    position += 1;
  }
  const tail = readPlain(text, position);
  return { value: value + tail.value, end: tail.end, lines: value.split('\n').length - 1 };
}

/** A table with named columns; names are compared without regard to case. */
export class CsvTable {
  readonly rows: readonly CsvRow[];
  readonly file: string;
  readonly #columns: ReadonlyMap<string, number>;

  /** @throws DatasetError if the text is empty or a required column is missing */
  constructor(text: string, file: string, required: readonly string[]) {
    const [header, ...rows] = parseCsvRows(text, file);
    if (header === undefined) throw DatasetError.of(file, 'The file is empty.');
    this.file = file;
    this.rows = rows;
    this.#columns = new Map(header.fields.map((name, index) => [name.toLowerCase(), index]));
    const missing = required.filter((name) => !this.#columns.has(name));
    if (missing.length > 0)
      throw DatasetError.of(
        file,
        `The header lacks ${missing.join(', ')}; it has ${header.fields.join(', ')}.`,
        header.row,
      );
  }

  hasColumn(name: string): boolean {
    return this.#columns.has(name);
  }

  /** The field of that column, or an empty text where the row is too short or the column absent. */
  field(row: CsvRow, name: string): string {
    const index = this.#columns.get(name);
    return index === undefined ? '' : (row.fields[index] ?? '');
  }
}
