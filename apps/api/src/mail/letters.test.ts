import { REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { invitationLetter, notificationLetter, passwordResetLetter, reportLetter } from './letters.js';
import type { Mail } from './mail.js';

const LINK = 'https://rollcall.example.org/page';
const general = (language: ReportLocale) => ({ to: 'ines@example.org', language, organisation: 'Werke', link: LINK });
const lineOf = (i: number) => ({ text: `Matter ${i}`, link: `${LINK}/${i}` });
const attachment = { fileName: 'hours.csv', mediaType: 'text/csv', bytes: Buffer.from('') };

/** Each letter with all that can stand in it. */
const LETTERS: Readonly<Record<string, (language: ReportLocale) => Mail>> = {
  invitation: (language) => invitationLetter({ ...general(language), days: 7 }),
  'new password': (language) => passwordResetLetter({ ...general(language), minutes: 30 }),
  notifications: (language) =>
    notificationLetter({ ...general(language), lines: Array.from({ length: 34 }, (_, i) => lineOf(i)) }),
  'report with a file': (language) => reportLetter({ ...report(language), attachment, isTooLarge: false }),
  'report that is too large': (language) => reportLetter({ ...report(language), attachment: null, isTooLarge: true }),
};
const report = (language: ReportLocale) => ({
  ...{ ...general(language), name: 'Hours', range: { from: '2026-05-01', to: '2026-05-31' } },
});

/** What a letter says, without what is the same in every language. */
const sentencesOf = ({ subject, text }: Mail) =>
  [subject, ...text.split('\n')].filter((line) => line !== '' && !line.startsWith(LINK) && !line.startsWith('Matter'));

describe.each(Object.entries(LETTERS))('the letter: %s', (_, letterIn) => {
  it('says the same facts in every language', () => {
    const factsOf = ({ subject, text }: Mail) =>
      [subject, text].map((part) => part.match(/https:\S+|\d+|Werke|Hours|hours\.csv/g)?.sort() ?? []);
    for (const language of REPORT_LOCALES) expect(factsOf(letterIn(language))).toEqual(factsOf(letterIn('EN')));
  });

  it('has no sentence of another language', () => {
    const english = sentencesOf(letterIn('EN'));
    for (const language of ['DE', 'AR'] as const) {
      const sentences = sentencesOf(letterIn(language));
      expect(sentences).toHaveLength(english.length);
      expect(sentences.filter((one) => english.includes(one))).toEqual([]);
    }
    for (const sentence of sentencesOf(letterIn('AR'))) expect(sentence).toMatch(/\p{Script=Arabic}/u);
  });
});

it('a single notification is the subject of its letter, and nobody gets more than thirty lines', () => {
  expect(notificationLetter({ ...general('DE'), lines: [lineOf(1)] }).subject).toBe('Matter 1');
  expect(LETTERS.notifications?.('DE').text).toContain(`Und 4 weitere:\n${LINK}`);
});
