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
  if (isPlainObject(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw notPlain(typeof value);
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
