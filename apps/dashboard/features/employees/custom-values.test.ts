import { describe, expect, it } from 'vitest';
import type { CustomFieldRowFragment } from '../../gql/graphql';
import { changedValues, customFaults, customValuesOf } from './custom-values';

const field = (key: string, more: Partial<CustomFieldRowFragment> = {}): CustomFieldRowFragment => ({
  ...{ id: key, key, label: key, type: 'TEXT', options: [], isRequired: false, version: 1 },
  ...more,
});
const FIELDS = [field('nick'), field('size', { type: 'NUMBER' }), field('shirt', { type: 'SELECT', options: ['S'] })];

describe('the values of fields that an organisation added', () => {
  it('are sent if they changed: a number with a point, an emptied one as null', () => {
    const before = customValuesOf(FIELDS, [
      { key: 'nick', value: 'Jo' },
      { key: 'shirt', value: 'XL' },
    ]);
    expect(before).toEqual({ nick: 'Jo', size: '', shirt: 'XL' });
    const changed = changedValues(FIELDS, before, { nick: ' ', size: '42,5', shirt: 'XL' });
    expect(changed).toEqual([
      { key: 'nick', value: null },
      { key: 'size', value: '42.5' },
    ]);
  });

  it('are asked for where they are needed, of people who are new or whose fields change', () => {
    const needed = [field('nick', { isRequired: true }), field('size')];
    const nothing = { nick: '', size: '' };
    expect(Object.keys(customFaults(needed, nothing, nothing, true))).toEqual(['nick']);
    expect(customFaults(needed, nothing, nothing, false)).toEqual({});
    expect(Object.keys(customFaults(needed, nothing, { nick: '', size: '1' }, false))).toEqual(['nick']);
  });

  it('have to be numbers where the field is one', () => {
    const of = (size: string) => customFaults(FIELDS, {}, { size }, true).size?.key;
    expect(['1', '-1.5', '1,5', '1e3', '1.2.3', 'x'].map(of)).toEqual([
      ...[undefined, undefined, undefined, 'notANumber', 'notANumber', 'notANumber'],
    ]);
  });
});
