import PDFDocument from 'pdfkit';
import { fontFile, PDF_FONTS, type PdfFont, type PdfWeight } from './pdf-fonts.js';
import { rememberShaping } from './remember-shaping.js';
import { type TextRun, textRuns } from './text-runs.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TextLook {
  /** Points; made smaller down to `MIN_SIZE` where the text is too wide for its box. */
  readonly size: number;
  readonly weight?: PdfWeight;
  readonly align?: 'left' | 'right' | 'centre';
  readonly base?: 'LTR' | 'RTL';
}

const MIN_SIZE = 5;
/** From the top of a line to its baseline, in sizes. */
export const BASELINE = 1.07;
const ELLIPSIS = '…';
/** Word by word and remembered, which is right for plain text only; whole runs are shaped where letters depend on others. */
const WHOLE_RUN = { features: [] };

/** Writes lines of text of any direction into boxes. Units are points from the top left. */
export class PdfPen {
  /** True once a sign was written that no font has. */
  hasMissing = false;
  /** The fonts whose shaping is remembered: a font is read when it is first used. */
  private readonly inUse = new Set<string>();

  constructor(readonly doc: InstanceType<typeof PDFDocument>) {
    for (const font of Object.keys(PDF_FONTS) as PdfFont[])
      for (const weight of ['regular', 'bold'] as const) doc.registerFont(nameOf(font, weight), fontFile(font, weight));
  }

  /** One line. What is too long even at the smallest size ends in an ellipsis. */
  line(text: string, { x, y, width }: Box, look: TextLook): void {
    const clean = text.replace(/\p{Cc}+/gu, ' ');
    const { runs, size, lineWidth } = this.fitted(clean, width, look);
    const { align = 'left', weight = 'regular' } = look;
    let left = x + (align === 'right' ? width - lineWidth : align === 'centre' ? (width - lineWidth) / 2 : 0);
    // Fonts differ in how high they stand: all letters of a line share its baseline.
    const baseline = y + look.size * BASELINE - (look.size - size) / 3;
    for (const run of runs) {
      const options = this.use(run, weight, size);
      this.doc.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic', ...options });
      left += this.doc.widthOfString(run.text, options);
    }
  }

  /** Words in as many lines as they need, three at most. */
  wrapped(text: string, width: number, look: TextLook): readonly string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && (lines.length === 3 || this.widthOf(longer, look) <= width))
        lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  widthOf(text: string, { size, weight = 'regular', base }: TextLook): number {
    return this.widthOfRuns(textRuns(text, base).runs, weight, size);
  }

  private fitted(text: string, width: number, { size: wanted, weight = 'regular', base }: TextLook) {
    let { runs, hasMissing } = textRuns(text, base);
    this.hasMissing ||= hasMissing;
    const full = this.widthOfRuns(runs, weight, wanted);
    if (full <= width) return { runs, size: wanted, lineWidth: full };
    const size = Math.max(MIN_SIZE, (wanted * width) / full);
    let lineWidth = this.widthOfRuns(runs, weight, size);
    for (let signs = [...text]; lineWidth > width + 0.1 && signs.length > 0; ) {
      signs = signs.slice(0, -Math.max(1, Math.floor(signs.length / 10)));
      ({ runs } = textRuns(`${signs.join('')}${ELLIPSIS}`, base));
      lineWidth = this.widthOfRuns(runs, weight, size);
    }
    return { runs, size, lineWidth };
  }

  private widthOfRuns(runs: readonly TextRun[], weight: PdfWeight, size: number): number {
    return runs.reduce((sum, run) => sum + this.doc.widthOfString(run.text, this.use(run, weight, size)), 0);
  }

  private use({ text, font }: TextRun, weight: PdfWeight, size: number): { features?: [] } {
    const name = nameOf(font, weight);
    this.doc.font(name).fontSize(size);
    if (!this.inUse.has(name)) rememberShaping(this.doc);
    this.inUse.add(name);
    return font === 'sans' && /^[\d:.\-+%/ ]*$/.test(text) ? {} : (WHOLE_RUN as { features: [] });
  }
}

const nameOf = (font: PdfFont, weight: PdfWeight): string => `${font}-${weight}`;
