import { describe, expect, it } from 'vitest';
import { emailKey, foldText, numberKey, numberSortKey } from './text-keys.js';

describe('text keys', () => {
  it('make one number of its spellings', () => {
    for (const spelling of ['E-7', 'e-7', ' E-7 ', 'Ｅ-７']) expect(numberKey(spelling)).toBe('e-7');
    expect(numberKey('É1')).toBe(numberKey('E\u03011'.normalize('NFD')));
    expect(numberKey('E-07')).not.toBe(numberKey('E-7'));
  });

  it('sort numbers as people count', () => {
    const numbers = ['E10', 'E9', 'e100', 'E009', 'D1', 'E9a2', 'E9a10', '7', '12'];
    const sorted = numbers.toSorted((a, b) => (numberSortKey(a) < numberSortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['7', '12', 'D1', 'E9', 'E009', 'E9a2', 'E9a10', 'E10', 'e100']);
  });

  it('fold case, accents and space for searching', () => {
    expect(foldText('  JOSÉ   Ångström ')).toBe('jose angstrom');
    expect(emailKey(' Ada@Example.ORG ')).toBe('ada@example.org');
  });

  it('take text only', () => {
    const refusal = expect.objectContaining({ code: 'BAD_USER_INPUT' });
    for (const key of [numberKey, numberSortKey, foldText, emailKey])
      expect(() => key({ $ne: '' } as never)).toThrow(refusal);
  });
});
