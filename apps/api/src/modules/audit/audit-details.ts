import type { JsonObject, JsonValue } from '@rollcall/db';
import type { AuditDetail } from './audit.types.js';

/** The leaves of what was noted, each with the way to it. A list of plain values is one leaf, an empty object none. */
export function auditDetails(details: JsonObject, path = ''): readonly AuditDetail[] {
  return Object.entries(details).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return isObject(value) ? auditDetails(value, name) : [{ name, value: textOf(value) }];
  });
}

function textOf(value: JsonValue): string | null {
  if (value === null) return null;
  if (!Array.isArray(value)) return String(value);
  const isPlain = value.every((one) => one === null || typeof one !== 'object');
  return isPlain ? value.join(', ') : JSON.stringify(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
