import { assertNever, DomainError } from '@rollcall/contracts';
import type { CustomField, CustomFieldValues } from '@rollcall/db';
import { isCalendarDate } from '../../local-dates/date-range.js';

const MAX_TEXT = 1_000;

/** One value as it is written in a request: text for every type; null or empty takes it away. */
export interface GivenValue {
  readonly key: string;
  readonly value?: string | null;
}

/**
 * The values after a change.
 *
 * @throws DomainError BAD_USER_INPUT naming `customFields.<key>`: no such field, given twice, not of its type, required
 */
export function changeValues(
  before: CustomFieldValues,
  given: readonly GivenValue[],
  fields: readonly CustomField[],
): CustomFieldValues {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const values = new Map(Object.entries(before));
  const seen = new Set<string>();
  for (const { key, value } of given) {
    const field = byKey.get(key);
    if (field === undefined) throw invalid(key, 'There is no such field.');
    if (seen.has(key)) throw invalid(key, 'This field is given twice.');
    seen.add(key);
    const text = value?.trim() ?? '';
    if (text === '') values.delete(key);
    else values.set(key, parse(field, text));
  }
  const missing = fields.find(({ key, isRequired }) => isRequired && !values.has(key));
  if (missing !== undefined) throw invalid(missing.key, 'This must not be empty.');
  return Object.fromEntries(values);
}

function parse({ key, type, options }: CustomField, text: string): string | number {
  switch (type) {
    case 'TEXT':
      if (text.length > MAX_TEXT) throw invalid(key, `At most ${MAX_TEXT} characters.`);
      return text;
    case 'NUMBER': {
      const number = Number(text);
      if (!/^-?\d+(\.\d+)?$/.test(text) || !Number.isFinite(number))
        throw invalid(key, 'This must be a number, with a point before decimals.');
      return number;
    }
    case 'DATE':
      if (!isCalendarDate(text)) throw invalid(key, 'This must be a date of the calendar, YYYY-MM-DD.');
      return text;
    case 'SELECT':
      if (!options.includes(text)) throw invalid(key, 'This is none of the options.');
      return text;
    default:
      return assertNever(type);
  }
}

function invalid(key: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field: `customFields.${key}`, problem } });
}
