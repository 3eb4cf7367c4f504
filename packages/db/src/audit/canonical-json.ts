import { DomainError } from '@rollcall/contracts';

/**
 * One text for one value, after RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 units, no space, numbers as
 * ECMAScript prints them. Dates are written as ISO strings; fields that are undefined are left out.
 *
 * @throws DomainError BAD_USER_INPUT for what is not plain data (functions, NaN, class instances, cycles are too deep)
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > 32) throw notPlain('nested too deeply');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notPlain('not a finite number');
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) return `{${membersOf(value, depth + 1)}}`;
  throw notPlain(typeof value);
}

const MAX_QUOTED = 1_000;
const quotedNames = new Map<string, string>();

/** The names of fields come again and again. */
function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (quotedNames.size < MAX_QUOTED) quotedNames.set(name, text);
  return text;
}

/** A loop and the sort of its own language, by UTF-16 units: verdicts of days are written through here by the ten thousand. */
function membersOf(value: Record<string, unknown>, depth: number): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member, depth)}`;
  }
  return text;
}

/** The value as it comes back from a database: plain data without undefined. */
export function plainCopy<T>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const notPlain = (what: string): DomainError =>
  new DomainError('BAD_USER_INPUT', { internal: `not plain data: ${what}` });
