import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

interface Reference {
  write(text: string): void;
  end(): void;
}
/** What the library does not type: raw content, and the drawings that a page refers to. */
interface RawDocument {
  ref(dictionary: object): Reference;
  addContent(operators: string): void;
  readonly page: { readonly xobjects: Record<string, Reference>; readonly height: number };
}

const NAME = 'PageTotal';

/**
 * The number of pages, which nobody knows while the first of them is sent: each page refers to one small drawing that is
 * written at the very end. So pages need not be kept back.
 */
export class PageTotal {
  private readonly raw: RawDocument;
  private readonly drawing: Reference;

  constructor(
    private readonly doc: Document,
    private readonly size: number,
  ) {
    this.raw = doc as unknown as RawDocument;
    const font = this.raw.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' });
    font.end();
    const box = [0, -size, size * 6, size];
    this.drawing = this.raw.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: { Font: { F: font } } });
  }

  /** Puts the number on the current page, its baseline at `y` points from the top. */
  place(x: number, y: number): void {
    this.raw.page.xobjects[NAME] = this.drawing;
    this.doc.save();
    this.doc.transform(1, 0, 0, -1, x, y);
    this.raw.addContent(`/${NAME} Do`);
    this.doc.restore();
  }

  /** Call it once, when no page will follow. */
  settle(pages: number): void {
    this.drawing.write(`BT /F ${this.size} Tf 0 0 Td (${pages}) Tj ET`);
    this.drawing.end();
  }
}
