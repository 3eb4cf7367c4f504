import type PDFDocument from 'pdfkit';
import type { FileSource } from '../file-source.js';
import type { ReportRow } from '../report-table.js';
import { isSummed } from '../report-table.js';
import type { RunningTotals } from '../running-totals.js';
import { headingIn, isDateKey } from '../wording/heading.js';
import type { Wording } from '../wording/wording.js';
import { PageTotal } from './page-total.js';
import { legendOf, pdfCell } from './pdf-cell.js';
import { CELL_PADDING, PAGE, type PlacedColumn, placeColumns } from './pdf-layout.js';
import { BASELINE, PdfPen, type TextLook } from './pdf-pen.js';

const ROW_HEIGHT = 13;
const TEXT: TextLook = { size: 7.5 };
const HEADING: TextLook = { size: 7, weight: 'bold' };
const SMALL: TextLook = { size: 8 };
const LINE_COLOUR = '#bbbbbb';
const HEADING_COLOUR = '#eeeeee';

/** The pages of one table. */
export class PdfSheet {
  private readonly pen: PdfPen;
  private readonly total: PageTotal;
  private readonly placed: readonly PlacedColumn[];
  private readonly headings: readonly (readonly string[])[];
  private pages = 0;
  private y: number = PAGE.height;

  constructor(
    private readonly doc: InstanceType<typeof PDFDocument>,
    private readonly source: FileSource,
    private readonly wording: Wording,
  ) {
    this.pen = new PdfPen(doc);
    this.total = new PageTotal(doc, SMALL.size);
    this.placed = placeColumns(source.columns, wording.direction);
    this.doc.addPage();
    this.headings = this.placed.map(({ column, width }) => {
      const text = isDateKey(column.key) ? String(Number(column.key.slice(8))) : headingIn(wording, column);
      return this.pen.wrapped(text, width - 2 * CELL_PADDING, HEADING);
    });
    this.beginPage();
  }

  /** @returns true if a page became full before it: time to look after the reader */
  row(row: ReportRow, weight: 'regular' | 'bold' = 'regular'): boolean {
    const isNewPage = this.y + ROW_HEIGHT > PAGE.height - PAGE.footer - PAGE.margin;
    if (isNewPage) {
      this.doc.addPage();
      this.beginPage();
    }
    for (const { column, x, width } of this.placed) {
      const text = pdfCell(row[column.key] ?? null, column, this.wording);
      const box = { x: x + CELL_PADDING, y: this.y + 2, width: width - 2 * CELL_PADDING };
      if (text !== '')
        this.pen.line(text, box, { ...TEXT, weight, align: this.alignOf(column), base: this.wording.direction });
    }
    this.y += ROW_HEIGHT;
    this.rule(this.y);
    return isNewPage;
  }

  /** The totals, the count of rows, and what no font could show. */
  end({ totals, rowCount }: RunningTotals): void {
    const [first] = this.source.columns.filter((column) => !isSummed(column));
    const label = first === undefined ? {} : { [first.key]: this.wording.total };
    this.row({ ...totals, ...label }, 'bold');
    this.note(this.wording.rowCount(rowCount));
    if (this.pen.hasMissing) this.note(this.wording.missingSigns);
    this.total.settle(this.pages);
  }

  private note(text: string): void {
    this.y += 4;
    if (this.y + ROW_HEIGHT > PAGE.height - PAGE.footer) {
      this.doc.addPage();
      this.beginPage();
    }
    this.wide(text, SMALL);
  }

  private beginPage(): void {
    const { about } = this.source;
    this.pages += 1;
    this.y = PAGE.margin;
    const title = this.wording.titles[about.kind] ?? about.kind;
    this.wide(title, { size: 13, weight: 'bold' });
    this.wide(about.organisation, SMALL);
    const clock = about.timeZone === null ? this.wording.homeClocks : this.wording.clockOf(about.timeZone);
    this.wide(about.from === about.to ? about.from : `${about.from} – ${about.to}`, SMALL);
    this.wide(clock, SMALL);
    if (this.placed.some(({ column }) => isDateKey(column.key))) this.wide(legendOf(this.wording), SMALL);
    this.headingRow();
    this.footer();
  }

  /** A line over the whole page. */
  private wide(text: string, look: TextLook): void {
    const { direction: base } = this.wording;
    const box = { x: PAGE.margin, y: this.y, width: PAGE.width - 2 * PAGE.margin };
    this.pen.line(text, box, { ...look, base, align: base === 'RTL' ? 'right' : 'left' });
    this.y += look.size * 1.45;
  }

  private headingRow(): void {
    const lines = Math.max(...this.headings.map(({ length }) => length));
    const height = lines * HEADING.size * 1.35 + 5;
    this.y += 3;
    this.doc.rect(PAGE.margin, this.y, PAGE.width - 2 * PAGE.margin, height).fill(HEADING_COLOUR);
    this.doc.fillColor('black');
    for (const [index, { column, x, width }] of this.placed.entries())
      for (const [line, text] of (this.headings[index] ?? []).entries()) {
        const box = {
          x: x + CELL_PADDING,
          y: this.y + 2 + line * HEADING.size * 1.35,
          width: width - 2 * CELL_PADDING,
        };
        this.pen.line(text, box, { ...HEADING, align: this.alignOf(column), base: this.wording.direction });
      }
    this.y += height;
    this.rule(this.y);
  }

  private footer(): void {
    const y = PAGE.height - PAGE.footer;
    const stamp = `Rollcall  ${this.source.about.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    this.pen.line(stamp, { x: PAGE.margin, y, width: 300 }, SMALL);
    const middle = PAGE.width - PAGE.margin - 40;
    this.pen.line(`${this.pages} / `, { x: middle - 60, y, width: 60 }, { ...SMALL, align: 'right' });
    this.total.place(middle + 1, y + SMALL.size * BASELINE);
  }

  private alignOf(column: PlacedColumn['column']): 'left' | 'right' | 'centre' {
    if (isDateKey(column.key)) return 'centre';
    const isNumber = isSummed(column) || column.type === 'PERCENT';
    return isNumber !== (this.wording.direction === 'RTL') ? 'right' : 'left';
  }

  private rule(y: number): void {
    this.doc
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.width - PAGE.margin, y)
      .lineWidth(0.4)
      .stroke(LINE_COLOUR);
  }
}
