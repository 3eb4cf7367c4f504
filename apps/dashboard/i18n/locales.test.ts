import { expect, test } from 'vitest';
import { directionOf, LANGUAGES, PSEUDO_LANGUAGE, resolveLanguage } from './locales';

const codeOf = (...args: Parameters<typeof resolveLanguage>) => resolveLanguage(...args).code;

test('the language that was chosen comes before those of the browser', () => {
  expect(codeOf('ar', 'de,en;q=0.5')).toBe('ar');
  expect(codeOf('es', 'de,en;q=0.5')).toBe('es');
});

test('without a choice it is the first of the browser that is there in full', () => {
  expect(codeOf(undefined, 'fr-FR,de-CH;q=0.9,en;q=0.8')).toBe('de');
  expect(codeOf(undefined, 'en;q=0.4,ar-EG;q=0.7')).toBe('ar');
  expect(codeOf(undefined, 'es,hi;q=0.9,de;q=0.1')).toBe('de');
  expect(codeOf(undefined, 'de;q=0,fr')).toBe('en');
  expect(codeOf(undefined, null)).toBe('en');
});

test('a choice that is not offered is passed over', () => {
  expect(codeOf('xx', 'de')).toBe('de');
  expect(codeOf('../en', null)).toBe('en');
  expect(codeOf('qps', null)).toBe('en');
  expect(codeOf('qps', null, [...LANGUAGES, PSEUDO_LANGUAGE])).toBe('qps');
});

test('Arabic runs from the right, the others from the left', () => {
  expect(LANGUAGES.filter(({ tag }) => directionOf(tag) === 'rtl').map(({ code }) => code)).toEqual(['ar']);
});

test('figures are written with the digits of clocks and keypads in every language', () => {
  for (const { tag } of LANGUAGES) {
    expect(new Intl.NumberFormat(tag).format(8_57)).toBe('857');
    const time = new Intl.DateTimeFormat(tag, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    });
    expect(time.format(Date.UTC(2026, 0, 5, 8, 57))).toContain('08:57');
  }
});
