import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assertNever } from '@rollcall/contracts';
import exceljs from 'exceljs';
import type { FileSource, WrittenFile } from './file-source.js';
import { headingOf } from './heading.js';
import type { ReportColumn, ReportRow } from './report-table.js';
import { RunningTotals } from './running-totals.js';

const MINUTES_PER_DAY = 1_440;
/** Rows between two looks at whether the reader keeps up. */
const ROWS_PER_LOOK = 500;

/** Typed cells: dates are dates, minutes are durations that a spreadsheet can sum, texts are never formulas. Totals at the end. */
export async function writeXlsx({ columns, rows }: FileSource, out: Writable): Promise<WrittenFile> {
  const totals = new RunningTotals(columns);
  const through = new PassThrough();
  const delivered = pipeline(through, out);
  // If the reader goes away, writing stops at the next look; the failure itself is told by `delivered`.
  delivered.catch(() => undefined);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: through, useStyles: true });
  const sheet = workbook.addWorksheet('Report', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, type }) => ({
    header: headingOf(key),
    key,
    width: type === 'TEXT' ? 18 : 14,
    style: styleOf(type),
  }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of rows) {
    totals.add(row);
    sheet.addRow(cellsOf(row, columns)).commit();
    if (totals.rowCount % ROWS_PER_LOOK === 0) await readerOf(through, delivered);
  }
  const last = sheet.addRow(cellsOf({ ...totals.totals, [columns[0]?.key ?? '']: null }, columns));
  last.getCell(1).numFmt = '@';
  last.getCell(1).value = 'Total';
  last.font = { bold: true };
  last.commit();
  await workbook.commit();
  await delivered;
  return totals;
}

/** Lets the compressor work, and waits until the reader has taken what was written. */
async function readerOf(through: PassThrough, delivered: Promise<void>): Promise<void> {
  await nextTurn();
  if (through.destroyed) return delivered;
  if (through.writableNeedDrain) await Promise.race([once(through, 'drain'), delivered]);
}

function styleOf(type: ReportColumn['type']): Partial<exceljs.Style> {
  switch (type) {
    case 'DATE':
      return { numFmt: 'yyyy-mm-dd' };
    case 'DATETIME':
      return { numFmt: 'yyyy-mm-dd hh:mm' };
    case 'MINUTES':
      return { numFmt: '[h]:mm' };
    case 'COUNT':
      return { numFmt: '0' };
    case 'TEXT':
      return { numFmt: '@' };
    default:
      return assertNever(type);
  }
}

function cellsOf(row: ReportRow, columns: readonly ReportColumn[]): Record<string, exceljs.CellValue> {
  return Object.fromEntries(columns.map(({ key, type }) => [key, cellOf(row[key] ?? null, type)]));
}

function cellOf(value: string | number | null, type: ReportColumn['type']): exceljs.CellValue {
  if (value === null) return null;
  switch (type) {
    case 'DATE':
      return new Date(`${value}T00:00:00Z`);
    // On the wall clock of the person; a spreadsheet knows no zones.
    case 'DATETIME':
      return new Date(`${String(value).slice(0, 19).replace(' ', 'T')}${String(value).includes('Z') ? '' : 'Z'}`);
    case 'MINUTES':
      return Number(value) / MINUTES_PER_DAY;
    case 'COUNT':
      return Number(value);
    case 'TEXT':
      return String(value);
    default:
      return assertNever(type);
  }
}
