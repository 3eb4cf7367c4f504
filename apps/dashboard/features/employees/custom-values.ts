import type { CustomFieldRowFragment } from '../../gql/graphql';
import type { FieldFault } from './field-fault';

/** By key of the field; empty where nothing is set. */
export type CustomValues = Readonly<Record<string, string>>;

/** What a person has of these fields. */
export function customValuesOf(
  fields: readonly CustomFieldRowFragment[],
  given: readonly { readonly key: string; readonly value: string }[],
): CustomValues {
  const values = new Map(given.map(({ key, value }) => [key, value]));
  return Object.fromEntries(fields.map(({ key }) => [key, values.get(key) ?? '']));
}

/** The values that differ from before, as the API takes them: what stays is not sent, so that an option that is gone may stay. */
export function changedValues(fields: readonly CustomFieldRowFragment[], before: CustomValues, values: CustomValues) {
  return fields
    .filter(({ key }) => values[key] !== (before[key] ?? ''))
    .map(({ key, type }) => {
      const text = (values[key] ?? '').trim();
      return { key, value: (type === 'NUMBER' ? text.replace(',', '.') : text) || null };
    });
}

/**
 * What is wrong, by key. As in the API, what must be filled in is asked for when somebody is entered and when any of these
 * fields changes.
 */
export function customFaults(
  fields: readonly CustomFieldRowFragment[],
  before: CustomValues,
  values: CustomValues,
  isNew: boolean,
): Readonly<Record<string, FieldFault>> {
  const isAsked = isNew || changedValues(fields, before, values).length > 0;
  const faults = fields.map(({ key, type, isRequired }) => {
    const text = (values[key] ?? '').trim();
    if (text === '') return isAsked && isRequired ? ([key, { key: 'fieldNeeded', max: 0 }] as const) : null;
    const isNumber = type !== 'NUMBER' || /^-?\d+([.,]\d+)?$/.test(text);
    return isNumber ? null : ([key, { key: 'notANumber', max: 0 }] as const);
  });
  return Object.fromEntries(faults.filter((fault) => fault !== null));
}
