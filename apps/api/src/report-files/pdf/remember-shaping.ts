import type PDFDocument from 'pdfkit';

type Layout = (text: string, features?: unknown, onlyWidth?: boolean) => object;

/** What the library does not type: its current font, and how that turns text into glyphs. */
interface RawDocument {
  readonly _font: { layout: Layout };
}

/** Different texts of one font that are remembered; more than the names, dates and times of a month. */
const MAX_TEXTS = 20_000;

/**
 * Shaping letters costs most of the time of a page, and a table says the same names, dates and words again and again. The library
 * remembers only words it shapes without features, which whole runs need. Makes the current font of the document remember those too.
 */
export function rememberShaping(doc: InstanceType<typeof PDFDocument>): void {
  const font = (doc as unknown as RawDocument)._font;
  const shape = font.layout.bind(font);
  const known = new Map<string, object>();
  font.layout = (text, features, onlyWidth) => {
    if (features === undefined) return shape(text, features, onlyWidth);
    const found = known.get(text);
    if (found !== undefined) return found;
    const shaped = shape(text, features, onlyWidth);
    if (known.size < MAX_TEXTS) known.set(text, shaped);
    return shaped;
  };
}
