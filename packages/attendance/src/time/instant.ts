import { Temporal } from 'temporal-polyfill';
import { invalid } from '../input/invalid.js';
import type { IsoInstant } from '../types/primitives.js';

/**
 * Milliseconds since the epoch; anything finer is cut off.
 *
 * @throws DomainError BAD_USER_INPUT naming `field`, unless `value` is ISO 8601 with an offset or `Z`
 */
export function parseInstant(value: unknown, field: string): number {
  try {
    return Temporal.Instant.from(value as string).epochMilliseconds;
  } catch {
    throw invalid(
      field,
      'INSTANT_FORMAT',
      'Moments are written in ISO 8601 with an offset, e.g. 2026-03-02T08:00:00Z.',
    );
  }
}

/**
 * UTC text, without a fraction where there is none: `2026-03-02T08:00:00Z`. Written by `Date`, which knows the ISO form of
 * a moment as well as Temporal does and is thirty times as fast; no calendar or zone is involved.
 */
export function formatInstant(ms: number): IsoInstant {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
