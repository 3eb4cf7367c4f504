import { describe, expect, it } from 'vitest';
import { isKey, keyFrom, optionsOf } from './custom-field-values';

describe('the key that a label suggests', () => {
  it.each([
    ['Shoe size', 'shoeSize'],
    ['Größe des Schuhs', 'grosseDesSchuhs'],
    ['2nd phone', 'ndPhone'],
    ['T-shirt', 'tShirt'],
    [`${'long '.repeat(30)}`, `long${'Long'.repeat(9)}`],
  ])('of %s is one that the API takes', (label, key) => {
    expect(keyFrom(label)).toBe(key);
    expect(isKey(key)).toBe(true);
  });

  it('is empty where there are no Latin letters, so that somebody chooses one', () => {
    expect(keyFrom('مقاس الحذاء')).toBe('');
    expect(isKey('')).toBe(false);
  });
});

it('options are the lines that say something, each once', () => {
  expect(optionsOf({ options: ' S \n\nM\nS\n L' })).toEqual(['S', 'M', 'L']);
});
