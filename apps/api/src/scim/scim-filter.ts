import { ScimError } from './scim-error.js';
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from './scim-names.js';

/** `attribute eq value`; the attribute in lower case and without the name of its schema. */
export interface Comparison {
  readonly attribute: string;
  readonly value: string | boolean;
}

/** Which people; all that is given must hold. */
export interface PeopleFilter {
  readonly id?: string;
  readonly number?: string;
  readonly externalId?: string;
  readonly isActive?: boolean;
}

const COMPARISON = /^\s*([A-Za-z][\w:.$-]*)\s+([A-Za-z]{2})\s+("(?:[^"\\]|\\.)*"|true|false)\s*/i;
const AND = /^and\s+/i;

const invalid = (detail: string): ScimError => new ScimError(400, 'invalidFilter', detail);

/**
 * Comparisons with `eq`, joined by `and`: what Okta and Entra ID ask with. Nothing of it reaches the database but the values.
 *
 * @throws ScimError invalidFilter
 */
export function parseComparisons(text: string): readonly Comparison[] {
  const found: Comparison[] = [];
  for (let rest = text; ; ) {
    const match = COMPARISON.exec(rest);
    if (match === null) throw invalid('Only attribute eq "value" is understood, joined by and.');
    const [all, attribute = '', operator = '', value = ''] = match;
    if (operator.toLowerCase() !== 'eq') throw invalid('Only the operator eq is understood.');
    found.push({ attribute: withoutSchema(attribute.toLowerCase()), value: literal(value) });
    rest = rest.slice(all.length);
    if (rest === '') return found;
    if (!AND.test(rest)) throw invalid('Only and is understood between comparisons.');
    rest = rest.replace(AND, '');
  }
}

/** @throws ScimError invalidFilter: other attributes, a value of another type, an attribute named twice */
export function parseFilter(text: string): PeopleFilter {
  const filter: { -readonly [F in keyof PeopleFilter]: PeopleFilter[F] } = {};
  const seen = new Set<string>();
  for (const { attribute, value } of parseComparisons(text)) {
    if (seen.has(attribute)) throw invalid('An attribute is named twice.');
    seen.add(attribute);
    if (attribute === 'active') filter.isActive = flag(value);
    else if (attribute === 'id') filter.id = word(value);
    else if (attribute === 'username') filter.number = word(value);
    else if (attribute === 'externalid') filter.externalId = word(value);
    else throw invalid('People can be found by userName, externalId, id and active.');
  }
  return filter;
}

function withoutSchema(attribute: string): string {
  const schema = [USER_SCHEMA, ENTERPRISE_SCHEMA].find((one) => attribute.startsWith(`${one.toLowerCase()}:`));
  return schema === undefined ? attribute : attribute.slice(schema.length + 1);
}

function literal(text: string): string | boolean {
  if (!text.startsWith('"')) return text.toLowerCase() === 'true';
  try {
    return String(JSON.parse(text));
  } catch {
    throw invalid('A value is not written as in JSON.');
  }
}

function word(value: string | boolean): string {
  if (typeof value === 'string') return value;
  throw invalid('This attribute is a text, in quotation marks.');
}

/** In quotation marks too: Entra ID writes them. */
function flag(value: string | boolean): boolean {
  if (typeof value === 'boolean') return value;
  const text = value.toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  throw invalid('active is true or false.');
}
