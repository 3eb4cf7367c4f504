import { type Catalogue, mapTexts } from './catalogue';

/** Around every text: what stands outside is in no catalogue, and what lost its end was cut off. */
export const PSEUDO_MARKS = ['⟦', '⟧'] as const;

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'ë', g: 'ğ', i: 'ï', l: 'ĺ', n: 'ñ', o: 'ö', r: 'ř', s: 'š', t: 'ţ', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Â', C: 'Ç', D: 'Ð', E: 'É', I: 'Ï', L: 'Ĺ', N: 'Ñ', O: 'Ö', R: 'Ř', S: 'Š', T: 'Ţ', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

/** German is about a third longer than English, short words more. */
const LONGER_BY = 0.35;
const PAD = 'ëxţřá ';

/**
 * A text in accents and a third longer, with its ICU arguments, plurals and tags as they were.
 *
 * In ICU syntax every second level of braces is text: `text {count, plural, one {text {argument}} other {text}}`. Catalogues
 * quote no braces, so counting them is enough.
 */
export function pseudoText(text: string): string {
  let depth = 0;
  let isInTag = false;
  let letters = 0;
  let changed = '';
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    const isText = depth % 2 === 0;
    if (isText && character === '<') isInTag = true;
    const accented = isText && !isInTag ? ACCENTED[character] : undefined;
    if (isText && !isInTag && /\p{L}/u.test(character)) letters += 1;
    if (isText && character === '>') isInTag = false;
    changed += accented ?? character;
  }
  if (letters === 0) return text;
  const more = Math.ceil(letters * LONGER_BY);
  return `${PSEUDO_MARKS[0]}${changed} ${PAD.repeat(Math.ceil(more / PAD.length))
    .slice(0, more)
    .trim()}${PSEUDO_MARKS[1]}`;
}

/** A whole catalogue in pseudo texts. */
export function pseudoCatalogue<Base extends Catalogue>(base: Base): Base {
  return mapTexts(base, pseudoText);
}
