import type { Writable } from 'node:stream';
import { assertNever } from '@rollcall/contracts';
import exceljs from 'exceljs';
import type { FileColumn, FileSource, WrittenFile } from './file-source.js';
import { keepPace } from './keep-pace.js';
import { DEFAULT_STYLE, type FileStyle } from './report-locale.js';
import type { ReportColumn, ReportRow } from './report-table.js';
import { RunningTotals } from './running-totals.js';
import { headingIn } from './wording/heading.js';
import { wordOf } from './wording/word-of.js';
import type { Wording } from './wording/wording.js';
import { WORDINGS } from './wording/wordings.js';

const MINUTES_PER_DAY = 1_440;
/** Rows between two looks at whether the reader keeps up. */
const ROWS_PER_LOOK = 500;

/**
 * Typed cells: dates are dates, minutes are durations that a spreadsheet can sum, codes are words of the language,
 * texts are never formulas. Totals at the end.
 */
export async function writeXlsx(
  { columns, rows, about }: FileSource,
  out: Writable,
  style: FileStyle = DEFAULT_STYLE,
): Promise<WrittenFile> {
  const totals = new RunningTotals(columns);
  const wording = WORDINGS[style.locale];
  const { through, wait, delivered } = keepPace(out);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: through, useStyles: true });
  workbook.creator = 'Rollcall';
  workbook.created = about.createdAt;
  const view = { state: 'frozen', ySplit: 1, rightToLeft: wording.direction === 'RTL' } as const;
  const sheet = workbook.addWorksheet('Report', { views: [view] });
  sheet.columns = columns.map((column) => ({
    header: headingIn(wording, column),
    key: column.key,
    width: column.type === 'TEXT' ? 18 : 14,
    style: styleOf(column.type),
  }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of rows) {
    totals.add(row);
    sheet.addRow(cellsOf(row, columns, wording)).commit();
    if (totals.rowCount % ROWS_PER_LOOK === 0) await wait();
  }
  const last = sheet.addRow(cellsOf({ ...totals.totals, [columns[0]?.key ?? '']: null }, columns, wording));
  last.getCell(1).numFmt = '@';
  last.getCell(1).value = wording.total;
  last.font = { bold: true };
  last.commit();
  await workbook.commit();
  await delivered;
  return totals;
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
    case 'PERCENT':
      return { numFmt: '0' };
    case 'HOURS':
      return { numFmt: '0.00' };
    case 'TEXT':
      return { numFmt: '@' };
    default:
      return assertNever(type);
  }
}

function cellsOf(row: ReportRow, columns: readonly FileColumn[], wording: Wording): Record<string, exceljs.CellValue> {
  return Object.fromEntries(columns.map((column) => [column.key, cellOf(row[column.key] ?? null, column, wording)]));
}

function cellOf(value: string | number | null, column: FileColumn, wording: Wording): exceljs.CellValue {
  if (value === null) return null;
  switch (column.type) {
    case 'DATE':
      return new Date(`${value}T00:00:00Z`);
    // On the wall clock of the person; a spreadsheet knows no zones.
    case 'DATETIME':
      return new Date(`${String(value).slice(0, 19).replace(' ', 'T')}Z`);
    case 'MINUTES':
      return Number(value) / MINUTES_PER_DAY;
    case 'COUNT':
    case 'HOURS':
    case 'PERCENT':
      return Number(value);
    case 'TEXT':
      return wordOf(String(value), column, wording);
    default:
      return assertNever(column.type);
  }
}
