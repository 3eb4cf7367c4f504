import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Catalogue, fillFrom, flatten } from './catalogue';
import { LANGUAGES } from './locales';
import { shapeOf } from './testing/message-shape';
import { mayEqualEnglish } from './testing/same-as-english';

const FOLDER = new URL('./messages/', import.meta.url);

function readTexts(code: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER), 'utf8')) as Catalogue);
}

const english = readTexts('en');

/** What is wrong with texts that stand for the English ones, one line for each finding. */
function findFaults(texts: ReadonlyMap<string, string>, code: string, isComplete: boolean): string[] {
  const faults: string[] = [];
  const allowed = mayEqualEnglish(code);
  for (const [key, text] of texts) {
    const original = english.get(key);
    if (original === undefined) faults.push(`${key} is not in English`);
    else {
      const shape = shapeOf(text, code);
      if (shape.inputs.join() !== shapeOf(original, 'en').inputs.join()) faults.push(`${key} has other arguments`);
      if (shape.lacking.length > 0) faults.push(`${key} lacks forms of ${shape.lacking.join(' and ')}`);
      if (text.trim() === '') faults.push(`${key} is empty`);
      if (text === original && code !== 'en' && !allowed.has(key)) faults.push(`${key} is English`);
    }
  }
  const order = [...english.keys()].filter((key) => texts.has(key));
  if (order.join() !== [...texts.keys()].filter((key) => english.has(key)).join())
    faults.push('the order is not English’s');
  if (isComplete)
    faults.push(...[...english.keys()].filter((key) => !texts.has(key)).map((key) => `${key} is missing`));
  return faults;
}

test('every language has a catalogue, and every catalogue a language', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
  expect(files.toSorted()).toEqual(LANGUAGES.map(({ code }) => code).toSorted());
});

it.each(LANGUAGES)(
  '$name has the texts, arguments, tags and plural forms it needs, and none left in English',
  (language) => {
    expect(findFaults(readTexts(language.code), language.code, language.isComplete)).toEqual([]);
  },
);

test('what is allowed to equal English does so', () => {
  for (const { code } of LANGUAGES.filter((language) => language.code !== 'en')) {
    const texts = readTexts(code);
    const outdated = [...mayEqualEnglish(code)].filter((key) => texts.has(key) && texts.get(key) !== english.get(key));
    expect(outdated.map((key) => `${code}: ${key}`)).toEqual([]);
  }
});

describe('a catalogue with a fault is refused', () => {
  const german = readTexts('de');
  const faultsWith = (key: string, text: string) => findFaults(new Map(german).set(key, text), 'de', true);

  it.each([
    ['a text left in English', 'nav.attendance', 'Attendance', 'nav.attendance is English'],
    ['a lost argument', 'nav.account', 'Konto', 'nav.account has other arguments'],
    ['a lost tag', 'overview.since', 'seit eben', 'overview.since has other arguments'],
    ['a format that was lost', 'table.page', 'Seite {page}', 'table.page has other arguments'],
    [
      'an option that was translated',
      'imports.jobImport',
      '{kind, select, other {Import}}',
      'imports.jobImport has other arguments',
    ],
    ['a key that English has not', 'nav.nowhere', 'Nirgends', 'nav.nowhere is not in English'],
    ['an empty text', 'nav.today', ' ', 'nav.today is empty'],
  ])('%s', (_what, key, text, fault) => {
    expect(faultsWith(key, text)).toContain(fault);
  });

  it('a text that is missing', () => {
    const texts = new Map(german);
    texts.delete('nav.today');
    expect(findFaults(texts, 'de', true)).toContain('nav.today is missing');
    expect(findFaults(texts, 'de', false)).not.toContain('nav.today is missing');
  });

  it('a plural without the forms of the language', () => {
    const texts = new Map(readTexts('ar')).set(
      'employees.lead',
      '{count, plural, =0 {لا أحد} one {شخص} other {# شخص}}',
    );
    expect(findFaults(texts, 'ar', true)).toContain('employees.lead lacks forms of count: few, many, two, zero');
  });

  it('a text that is no ICU syntax', () => {
    expect(() => faultsWith('nav.account', 'Konto von {name')).toThrow(SyntaxError);
  });
});

test('a text that a language has not is shown in English', () => {
  const base = { a: 'A', group: { b: 'B', c: 'C' } };
  expect(fillFrom(base, { group: { c: 'Ç', unknown: '?' } })).toEqual({ a: 'A', group: { b: 'B', c: 'Ç' } });
});
