import type { Writable } from 'node:stream';
import { DomainError } from '@rollcall/contracts';
import PDFDocument from 'pdfkit';
import type { FileSource, WrittenFile } from '../file-source.js';
import { keepPace } from '../keep-pace.js';
import { DEFAULT_STYLE, type FileStyle } from '../report-locale.js';
import { RunningTotals } from '../running-totals.js';
import { isDateKey } from '../wording/heading.js';
import { WORDINGS } from '../wording/wordings.js';
import { MAX_DATE_COLUMNS, PAGE } from './pdf-layout.js';
import { PdfSheet } from './pdf-sheet.js';

/** About 130 pages: more than anybody prints. */
export const MAX_PDF_ROWS = 5_000;

/**
 * Pages across with a heading, the table, its totals and page numbers; each page is sent when it is full.
 *
 * @throws DomainError BAD_USER_INPUT more rows than `MAX_PDF_ROWS` or more dates side by side than a month has
 */
export async function writePdf(
  source: FileSource,
  out: Writable,
  style: FileStyle = DEFAULT_STYLE,
): Promise<WrittenFile> {
  const { columns, rows, about } = source;
  if (columns.filter(({ key }) => isDateKey(key)).length > MAX_DATE_COLUMNS)
    throw refused(`A page has room for ${MAX_DATE_COLUMNS} dates.`);
  const wording = WORDINGS[style.locale];
  const totals = new RunningTotals(columns);
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    lang: style.locale.toLowerCase(),
    info: {
      Title: wording.titles[about.kind] ?? about.kind,
      Producer: 'Rollcall',
      Creator: 'Rollcall',
      CreationDate: about.createdAt,
    },
  });
  const { through, wait, delivered } = keepPace(out, () => doc.readableLength);
  doc.pipe(through);
  try {
    const sheet = new PdfSheet(doc, source, wording);
    for await (const row of rows) {
      if (totals.rowCount === MAX_PDF_ROWS) throw tooLarge();
      totals.add(row);
      if (sheet.row(row)) await wait();
    }
    sheet.end(totals);
  } catch (error) {
    through.destroy(error as Error);
    await delivered.catch(() => undefined);
    throw error;
  }
  doc.end();
  await delivered;
  return totals;
}

export const tooLarge = (): DomainError =>
  refused(`A PDF holds ${MAX_PDF_ROWS} rows; narrow the report down or take another format.`);

function refused(problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field: 'format', problem } });
}
