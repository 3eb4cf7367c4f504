import type { PersonChange } from '../modules/employee/provisioning.service.js';
import { invalidValue, ScimError } from './scim-error.js';
import { ENTERPRISE_SCHEMA, NOT_KEPT, USER_SCHEMA } from './scim-names.js';
import { type Attributes, attributesOf, readBoolean, readEmails, readText } from './scim-values.js';

/** What a request says of a person, attribute by attribute; what is left out is not said, null takes away. */
export interface GivenUser {
  userName?: string | null;
  employeeNumber?: string | null;
  displayName?: string | null;
  formatted?: string | null;
  givenName?: string | null;
  familyName?: string | null;
  externalId?: string | null;
  email?: string | null;
  department?: string | null;
  costCenter?: string | null;
  active?: boolean;
}

const TEXTS: Readonly<Record<string, keyof Omit<GivenUser, 'active'>>> = {
  username: 'userName',
  externalid: 'externalId',
  displayname: 'displayName',
  'name.formatted': 'formatted',
  'name.givenname': 'givenName',
  'name.familyname': 'familyName',
  'emails.value': 'email',
  employeenumber: 'employeeNumber',
  department: 'department',
  costcenter: 'costCenter',
};
const ENTERPRISE_PARTS = ['employeenumber', 'department', 'costcenter'];
const NO_ENTERPRISE: Attributes = new Map([
  ['department', null],
  ['costcenter', null],
]);
const NAME_PARTS = ['formatted', 'givenname', 'familyname'];
/** Parts of a name and of an address that nothing is made of. */
const PARTS_NOT_KEPT = new Set([
  ...['name.middlename', 'name.honorificprefix', 'name.honorificsuffix'],
  ...['emails.type', 'emails.primary', 'emails.display'],
]);

/**
 * Notes one attribute, named in lower case, `name.givenname` for a part.
 *
 * @returns false if there is no such attribute
 * @throws ScimError invalidValue for a value of another type
 */
export function note(given: GivenUser, attribute: string, value: unknown): boolean {
  const text = Object.hasOwn(TEXTS, attribute) ? TEXTS[attribute] : undefined;
  if (text !== undefined) given[text] = readText(text, value);
  else if (attribute === 'active') given.active = readBoolean('active', value);
  else if (attribute === 'emails') given.email = readEmails(value);
  else if (attribute === 'name') noteName(given, value);
  else if (attribute === ENTERPRISE_SCHEMA.toLowerCase()) noteEnterprise(given, value);
  else return NOT_KEPT.has(attribute.split('.')[0] ?? '') || PARTS_NOT_KEPT.has(attribute);
  return true;
}

function noteName(given: GivenUser, value: unknown): void {
  const parts = value === null ? new Map() : attributesOf(value);
  if (value === null) given.formatted = null;
  for (const part of NAME_PARTS) if (parts.has(part)) note(given, `name.${part}`, parts.get(part));
}

function noteEnterprise(given: GivenUser, value: unknown): void {
  // The number stays: it is the userName.
  const parts = value === null ? NO_ENTERPRISE : attributesOf(value);
  for (const part of ENTERPRISE_PARTS) if (parts.has(part)) note(given, part, parts.get(part));
}

/** What is unknown is passed over: providers send attributes of their own. */
export function noteAll(given: GivenUser, attributes: Attributes): void {
  for (const [attribute, value] of attributes) note(given, attribute, value);
}

/**
 * A whole resource, of POST and PUT. `id`, `meta` and what else is read-only is passed over (RFC 7644, 3.5.1).
 *
 * @throws ScimError invalidSyntax, invalidValue
 */
export function readUser(body: unknown): PersonChange {
  const attributes = attributesOf(body);
  const schemas = attributes.get('schemas');
  const isUser =
    Array.isArray(schemas) && schemas.some((one) => String(one).toLowerCase() === USER_SCHEMA.toLowerCase());
  if (!isUser) throw new ScimError(400, 'invalidValue', `schemas: ${USER_SCHEMA} is needed.`);
  const given: GivenUser = {};
  noteAll(given, attributes);
  if (given.userName === undefined) throw invalidValue('userName', 'This is needed.');
  return toChange(given);
}

/** @throws ScimError invalidValue if userName and employeeNumber are two numbers, or userName is taken away */
export function toChange(given: GivenUser): PersonChange {
  const { userName, employeeNumber, externalId, email, department, costCenter, active } = given;
  if (userName === null) throw invalidValue('userName', 'This must not be empty.');
  const isOther = userName !== undefined && employeeNumber != null && folded(userName) !== folded(employeeNumber);
  if (isOther)
    throw invalidValue('employeeNumber', 'userName is the employee number here. Map the same attribute to both.');
  const number = userName ?? employeeNumber ?? undefined;
  const name = nameOf(given);
  return {
    ...(number === undefined ? {} : { number }),
    ...(name === undefined ? {} : { name }),
    ...(externalId === undefined ? {} : { externalId: externalId || null }),
    ...(email === undefined ? {} : { email: email || null }),
    ...(department === undefined ? {} : { department: department || null }),
    ...(costCenter === undefined ? {} : { costCentre: costCenter || null }),
    ...(active === undefined ? {} : { isActive: active }),
  };
}

/** The name as people read it: displayName, else name.formatted, else both given and family name. Undefined: not said. */
function nameOf({ displayName, formatted, givenName, familyName }: GivenUser): string | null | undefined {
  const whole = displayName ?? formatted;
  if (whole != null) return whole;
  if (givenName != null && familyName != null) return `${givenName} ${familyName}`.trim();
  return displayName === null || formatted === null ? null : undefined;
}

const folded = (number: string): string => number.normalize('NFKC').trim().toLowerCase();
