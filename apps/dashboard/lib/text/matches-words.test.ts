import { expect, it } from 'vitest';
import { matchesWords } from './matches-words';

it.each([
  ['Add employee', 'emp add', true],
  ['Übersicht', 'uber', true],
  ['José Ruiz', 'jose', true],
  ['الحضور', 'حضور', true],
  ['Reports', '  ', true],
  ['Reports', 'report roster', false],
] as const)('"%s" searched for "%s": %s', (text, search, isFound) => {
  expect(matchesWords(text, search)).toBe(isFound);
});
