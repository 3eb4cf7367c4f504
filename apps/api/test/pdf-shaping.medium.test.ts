import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFile } from '../src/report-files/pdf/pdf-fonts.js';
import { textRuns } from '../src/report-files/pdf/text-runs.js';
import { askPython, installReaders } from './testing/file-readers.js';

let noReader: string | null;
beforeAll(() => {
  noReader = installReaders();
});

/** Letters that join, carry marks and become one sign; a half consonant, a vowel written before it, an r above the next letter. */
const NAMES = [
  'محمد عبد الله',
  'لَيْلى الأحمدي',
  'بهار کریمی',
  'क्षितिज श्रीवास्तव',
  'प्रिया द्विवेदी',
  'हर्ष त्रिपाठी',
  'ज्ञानेश्वर',
];

/** What a font shows where it has no sign. */
const NO_GLYPH = 0;

interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
}

/** The glyphs of a run, left to right, by HarfBuzz. */
const SHAPE = `
import json, sys, uharfbuzz as hb
font = hb.Font(hb.Face(hb.Blob.from_file_path(sys.argv[1])))
buffer = hb.Buffer(); buffer.add_str(sys.argv[2]); buffer.guess_segment_properties()
hb.shape(font, buffer)
print(json.dumps([{'id': g.codepoint, 'advance': p.x_advance} for g, p in zip(buffer.glyph_infos, buffer.glyph_positions)]))
`;

interface RawDocument {
  readonly _font: {
    readonly font: {
      layout(
        text: string,
        features: readonly string[],
      ): { readonly glyphs: readonly { readonly id: number }[]; readonly positions: readonly { xAdvance: number }[] };
    };
  };
}

/** The glyphs of a run as a page gets them. */
function onPage(file: string, text: string): readonly ShapedGlyph[] {
  const { glyphs, positions } = (new PDFDocument().font(file) as unknown as RawDocument)._font.font.layout(text, []);
  return glyphs.map(({ id }, index) => ({ id, advance: positions[index]?.xAdvance ?? 0 }));
}

describe('a name on a page', () => {
  it.for(NAMES)('%s has the glyphs, in the order and at the widths, that HarfBuzz gives it', async (name, { skip }) => {
    if (noReader !== null) return skip(noReader);
    for (const { text, font } of textRuns(name).runs) {
      const file = fontFile(font, 'regular');
      const glyphs = onPage(file, text);
      expect(glyphs).toEqual(await askPython(SHAPE, file, text));
      expect(glyphs.map(({ id }) => id)).not.toContain(NO_GLYPH);
    }
  });
});
