import bidiFactory from 'bidi-js';
import { PDF_FONTS, type PdfFont } from './pdf-fonts.js';

// Its types describe an ES module; what Node.js loads is CommonJS, whose default is the factory itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** A piece of text of one script and one direction, in the order of reading inside itself. */
export interface TextRun {
  readonly text: string;
  readonly font: PdfFont;
}

export interface RunnableText {
  /** From left to right on the page. */
  readonly runs: readonly TextRun[];
  /** True if some sign is of a script that no font here has. */
  readonly hasMissing: boolean;
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Marks and signs without a script of their own stay with the letters before them. */
const NEUTRAL = /[\p{Script=Common}\p{Script=Inherited}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const MISSING = '\uFFFD';

/**
 * Splits a line for a page: by direction (Unicode Bidirectional Algorithm, UAX #9) and by script, since the shaping of letters
 * is a matter of each script. The runs are in visual order; the letters of a right-to-left run are turned when it is shaped.
 *
 * @param base the direction of a text that has none of its own
 */
export function textRuns(text: string, base: 'LTR' | 'RTL' = 'LTR'): RunnableText {
  if (PLAIN.test(text)) return { runs: text === '' ? [] : [{ text, font: 'sans' }], hasMissing: false };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(
    text,
    hasStrongSign(text) ? 'auto' : base === 'RTL' ? 'rtl' : 'ltr',
  );
  const logical = runsOf(text, levels);
  return {
    runs: inVisualOrder(logical, paragraphs[0]?.level ?? 0),
    hasMissing: logical.some(({ isMissing }) => isMissing),
  };
}

interface LevelRun extends TextRun {
  readonly level: number;
  readonly isMissing: boolean;
}

const hasStrongSign = (text: string): boolean => /\p{L}/u.test(text);

function runsOf(text: string, levels: Uint8Array): readonly LevelRun[] {
  const runs: { text: string; font: PdfFont; level: number; isMissing: boolean }[] = [];
  let offset = 0;
  for (const sign of text) {
    const level = levels[offset] ?? 0;
    offset += sign.length;
    const last = runs.at(-1);
    const own = level % 2 === 1 && NEUTRAL.test(sign) ? 'arabic' : fontOf(sign);
    const isMissing = own === null;
    const font = own ?? 'sans';
    const shown = isMissing ? MISSING : mirrored(sign, level);
    const staysWith =
      last !== undefined && last.level === level && (NEUTRAL.test(sign) && !isMissing ? true : last.font === font);
    if (staysWith && last !== undefined) {
      last.text += shown;
      last.isMissing ||= isMissing;
    } else runs.push({ text: shown, font, level, isMissing });
  }
  return runs;
}

/** Null: no font has it. */
function fontOf(sign: string): PdfFont | null {
  if (PICTURE.test(sign) && !/[\d#*]/.test(sign)) return null;
  for (const [font, { scripts }] of Object.entries(PDF_FONTS)) if (scripts.test(sign)) return font as PdfFont;
  return NEUTRAL.test(sign) ? 'sans' : null;
}

const mirrored = (sign: string, level: number): string =>
  level % 2 === 1 ? (bidi.getMirroredCharacter(sign) ?? sign) : sign;

/** Rule L2 of UAX #9 over whole runs: from the highest level down, what lies at it or above is turned round. */
function inVisualOrder(runs: readonly LevelRun[], base: number): readonly TextRun[] {
  const ordered = [...runs];
  const highest = Math.max(base, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return ordered.map(({ text, font, level }) => ({ text: isTurnedByShaping(text, level) ? text : turned(text), font }));
}

/** Letters of a right-to-left script are turned when they are shaped; signs without them are not. */
const isTurnedByShaping = (text: string, level: number): boolean =>
  level % 2 === 0 || PDF_FONTS.arabic.scripts.test(text);

const turned = (text: string): string => [...text].reverse().join('');
