import { invalidValue, ScimError } from './scim-error.js';

/** An object of the body by attribute name in lower case: names are compared without case (RFC 7643, 2.1). */
export type Attributes = ReadonlyMap<string, unknown>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws ScimError invalidSyntax for what is no object, or names one attribute twice */
export function attributesOf(value: unknown): Attributes {
  if (!isObject(value)) throw new ScimError(400, 'invalidSyntax', 'This must be a JSON object.');
  const found = new Map(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]));
  if (found.size !== Object.keys(value).length)
    throw new ScimError(400, 'invalidSyntax', 'An attribute is given twice in different case.');
  return found;
}

/** A text, or null for one that is taken away. @throws ScimError invalidValue */
export function readText(attribute: string, value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw invalidValue(attribute, 'This must be a text.');
}

/** Also "True" and "False", which Entra ID writes. @throws ScimError invalidValue */
export function readBoolean(attribute: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw invalidValue(attribute, 'This must be true or false.');
}

/**
 * The one address that is kept: the primary one, else the first of type work, else the first. Null: none.
 *
 * @throws ScimError invalidValue
 */
export function readEmails(value: unknown): string | null {
  if (value === null) return null;
  const given = (Array.isArray(value) ? value : [value]).map((one) => {
    if (!isObject(one)) throw invalidValue('emails', 'Each must be an object with a value.');
    return attributesOf(one);
  });
  const isPrimary = (one: Attributes) =>
    one.get('primary') !== undefined && readBoolean('emails.primary', one.get('primary'));
  const isWork = (one: Attributes) => String(one.get('type')).toLowerCase() === 'work';
  const chosen = given.find(isPrimary) ?? given.find(isWork) ?? given[0];
  return chosen === undefined ? null : readText('emails.value', chosen.get('value') ?? null);
}
