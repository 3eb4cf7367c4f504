import type { PersonChange } from '../modules/employee/provisioning.service.js';
import { ScimError } from './scim-error.js';
import { type Comparison, parseComparisons } from './scim-filter.js';
import { ENTERPRISE_SCHEMA, PATCH_MESSAGE, USER_SCHEMA } from './scim-names.js';
import { type GivenUser, note, toChange } from './scim-user.js';
import { attributesOf, isObject, readText } from './scim-values.js';

interface Path {
  /** In lower case, without the name of its schema; `name.givenname` for a part. */
  readonly attribute: string;
  /** What stands in brackets; null: none. */
  readonly condition: readonly Comparison[] | null;
}

const PATH = /^([A-Za-z][\w$-]*)(?:\[(.*)\])?(?:\.([A-Za-z][\w$-]*))?$/;
const READ_ONLY = new Set(['id', 'meta', 'schemas']);

const invalidPath = (): ScimError => new ScimError(400, 'invalidPath', 'There is no attribute of this path.');

/**
 * The operations of a PATCH as one change; the later of two on one attribute counts. Takes `Replace` for `replace`, `"False"` for
 * false, and values without a path, whose names may be paths, as Okta and Entra ID write them.
 *
 * @throws ScimError invalidSyntax, invalidPath, invalidValue, mutability, noTarget, invalidFilter
 */
export function readPatch(body: unknown): PersonChange {
  const attributes = attributesOf(body);
  const schemas = attributes.get('schemas');
  const operations = attributes.get('operations');
  if (!Array.isArray(schemas) || !schemas.some((one) => String(one).toLowerCase() === PATCH_MESSAGE.toLowerCase()))
    throw new ScimError(400, 'invalidSyntax', `schemas: ${PATCH_MESSAGE} is needed.`);
  if (!Array.isArray(operations) || operations.length === 0)
    throw new ScimError(400, 'invalidSyntax', 'Operations: a list of at least one is needed.');
  const given: GivenUser = {};
  for (const operation of operations) apply(given, operation);
  return toChange(given);
}

function apply(given: GivenUser, operation: unknown): void {
  const parts = attributesOf(operation);
  const op = String(parts.get('op')).toLowerCase();
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw new ScimError(400, 'invalidSyntax', 'op: This is add, replace or remove.');
  const path = readText('path', parts.get('path') ?? null);
  const value = op === 'remove' ? null : parts.get('value');
  if (value === undefined) throw new ScimError(400, 'invalidValue', 'value: This is needed.');
  if (path !== null) applyAt(given, parsePath(path), value);
  else if (op === 'remove') throw new ScimError(400, 'noTarget', 'path: This is needed to remove something.');
  else if (!isObject(value)) throw new ScimError(400, 'invalidValue', 'value: Without a path this is an object.');
  else for (const [name, one] of Object.entries(value)) applyNamed(given, name, one);
}

/** Without a path unknown names are passed over, as in a whole resource. */
function applyNamed(given: GivenUser, name: string, value: unknown): void {
  if (!PATH.test(withoutSchema(name)) && !isSchema(name)) return;
  const path = parsePath(name);
  if (READ_ONLY.has(path.attribute)) return;
  if (path.condition === null) note(given, path.attribute, value);
  else applyAt(given, path, value);
}

function applyAt(given: GivenUser, { attribute, condition }: Path, value: unknown): void {
  if (READ_ONLY.has(attribute.split('.')[0] ?? ''))
    throw new ScimError(400, 'mutability', 'This attribute cannot be changed.');
  if (condition === null || !attribute.startsWith('emails')) {
    if (!note(given, attribute, value)) throw invalidPath();
    return;
  }
  if (!condition.every(isOurs))
    throw new ScimError(400, 'noTarget', 'One address is kept, the primary one of type work.');
  if (!note(given, attribute, value)) throw invalidPath();
}

/** The one address that is kept is the primary one, of type work. */
const isOurs = ({ attribute, value }: Comparison): boolean =>
  (attribute === 'type' && String(value).toLowerCase() === 'work') ||
  (attribute === 'primary' && String(value).toLowerCase() === 'true');

/** @throws ScimError invalidPath, invalidFilter */
function parsePath(text: string): Path {
  if (isSchema(text)) return { attribute: text.toLowerCase(), condition: null };
  const [, name, condition, part] = PATH.exec(withoutSchema(text)) ?? [];
  if (name === undefined) throw invalidPath();
  const attribute = [name, part]
    .filter((one) => one !== undefined)
    .join('.')
    .toLowerCase();
  return { attribute, condition: condition === undefined ? null : parseComparisons(condition) };
}

const isSchema = (text: string): boolean => text.toLowerCase() === ENTERPRISE_SCHEMA.toLowerCase();

function withoutSchema(text: string): string {
  const schema = [ENTERPRISE_SCHEMA, USER_SCHEMA].find((one) => text.toLowerCase().startsWith(`${one.toLowerCase()}:`));
  return schema === undefined ? text : text.slice(schema.length + 1);
}
