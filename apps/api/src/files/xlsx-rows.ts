import { DomainError } from '@rollcall/contracts';
import type { ByteSource } from './byte-source.js';
import { shortened, type TableRow } from './table-row.js';
import { dateText } from './xlsx-dates.js';
import { columnOf, walkXml } from './xlsx-parts.js';
import { openWorkbook, type Workbook } from './xlsx-workbook.js';

/** Columns beyond are not looked at: nobody's table is that wide, and a single cell far out must not cost memory. */
const MAX_COLUMNS = 200;
const MAX_CELL_LENGTH = 32_767;

/**
 * Reads the first visible sheet of an XLSX workbook row by row. Of a formula the stored result counts; nothing is computed.
 *
 * @throws DomainError BAD_USER_INPUT if it is no such workbook or is damaged
 */
export async function* readXlsxRows(source: ByteSource): AsyncGenerator<TableRow> {
  const workbook = await openWorkbook(source);
  const reader = new SheetReader(workbook);
  try {
    for await (const _ of walkXml(await workbook.sheet.open(), reader)) yield* reader.take();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('BAD_USER_INPUT', {
      details: { field: 'file', problem: 'The sheet cannot be read.' },
      cause: error,
    });
  }
}

class SheetReader {
  private rows: TableRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(private readonly workbook: Workbook) {}

  take(): readonly TableRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r);
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
    } else if (name === 'v' || name === 't') this.isValue = true;
  }

  text(text: string): void {
    if (this.isValue && this.value.length < MAX_CELL_LENGTH) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c' && this.column >= 0 && this.column < MAX_COLUMNS) {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = this.cellText().trim();
    } else if (name === 'row' && this.cells.some((cell) => cell !== '')) {
      const { row, cells } = this;
      this.rows.push({ row, cells, original: shortened(cells.join(' | ')), problem: null });
    }
  }

  private cellText(): string {
    const { type, value, workbook } = this;
    if (type === 's') return workbook.strings[Number(value)] ?? '';
    if (type === 'd') return value.replace(/(\.\d+)?Z?$/, '');
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n' || value === '') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return workbook.dateStyles.has(this.style) ? dateText(number, workbook.isFrom1904) : String(number);
  }
}
