import type { CustomFieldType } from '@rollcall/contracts';
import type { CustomField } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { changeValues } from './custom-field-values.js';

const at = new Date(0);
const field = (key: string, type: CustomFieldType, more: Partial<CustomField> = {}): CustomField => ({
  ...{ id: key, key, label: key, type, options: [], isRequired: false, version: 1, createdAt: at, updatedAt: at },
  ...more,
});
const fields = [
  field('shoe', 'NUMBER'),
  field('note', 'TEXT'),
  field('visaUntil', 'DATE'),
  field('size', 'SELECT', { options: ['S', 'M'] }),
];

describe('values of custom fields', () => {
  it('are kept in the type of their field, next to those that are there', () => {
    const given = [
      { key: 'shoe', value: ' 42.5 ' },
      { key: 'visaUntil', value: '2028-02-29' },
      { key: 'size', value: 'M' },
    ];
    const after = { note: 'left-handed', shoe: 42.5, visaUntil: '2028-02-29', size: 'M' };
    expect(changeValues({ note: 'left-handed' }, given, fields)).toEqual(after);
  });

  it('are taken away by null or nothing', () => {
    const before = { note: 'x', shoe: 1 };
    expect(
      changeValues(
        before,
        [
          { key: 'note', value: null },
          { key: 'shoe', value: ' ' },
        ],
        fields,
      ),
    ).toEqual({});
  });

  it.each([
    ['an unknown field', 'none', 'x'],
    ['a field named like a property of objects', '__proto__', 'x'],
    ['a number in words', 'shoe', 'ten'],
    ['a number in another notation', 'shoe', '0x10'],
    ['an endless number', 'shoe', '9'.repeat(400)],
    ['a day that does not exist', 'visaUntil', '2026-02-29'],
    ['a date in another notation', 'visaUntil', '1/2/2026'],
    ['none of the options', 'size', 'XXL'],
    ['too much text', 'note', 'x'.repeat(1_001)],
  ])('with %s are refused, and the field is named', (_what, key, value) => {
    const details = { field: `customFields.${key}` };
    expect(() => changeValues({}, [{ key, value }], fields)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining(details) }),
    );
  });

  it('given twice, or missing where they are required, are refused', () => {
    const twice = [
      { key: 'note', value: 'a' },
      { key: 'note', value: 'b' },
    ];
    expect(() => changeValues({}, twice, fields)).toThrow();
    const required = [field('note', 'TEXT', { isRequired: true })];
    expect(() => changeValues({}, [], required)).toThrow();
    expect(() => changeValues({ note: 'x' }, [{ key: 'note', value: '' }], required)).toThrow();
    expect(changeValues({ note: 'x' }, [], required)).toEqual({ note: 'x' });
  });
});
