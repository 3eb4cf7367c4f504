import { readFileSync } from 'node:fs';
import { TRACE_RULES } from '@rollcall/contracts';
import { expect, it } from 'vitest';

const ENGLISH = JSON.parse(readFileSync(new URL('../../i18n/messages/en.json', import.meta.url), 'utf8')) as {
  readonly trace: Readonly<Record<string, string>>;
};

it('every rule of the engine has a sentence, and every sentence a rule', () => {
  expect(Object.keys(ENGLISH.trace).toSorted()).toEqual([...TRACE_RULES].toSorted());
});

it('no sentence counts minutes beyond the hour: each takes a duration that is written out already', () => {
  const counting = Object.entries(ENGLISH.trace).filter(([, text]) => /\{\w*minutes, number\}/i.test(text));
  expect(counting).toEqual([]);
});
