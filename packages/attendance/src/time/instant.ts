import { Temporal } from 'temporal-polyfill';
import { invalid } from '../input/invalid.js';
import type { IsoInstant } from '../types/primitives.js';
import { clockText } from './clock-text.js';
import { MS_PER_DAY } from './duration.js';
import { dateOf, ordinalOf } from './local-date.js';

/** UTC, down to milliseconds, on a day that every month has: as marks are stored. */
const PLAIN_UTC = /^(\d{4}-\d{2}-(?:[01]\d|2[0-8]))T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?Z$/;

/**
 * Milliseconds since the epoch; anything finer is cut off.
 *
 * @throws DomainError BAD_USER_INPUT naming `field`, unless `value` is ISO 8601 with an offset or `Z`
 */
export function parseInstant(value: unknown, field: string): number {
  try {
    return plainUtcMs(value) ?? Temporal.Instant.from(value as string).epochMilliseconds;
  } catch {
    throw invalid(
      field,
      'INSTANT_FORMAT',
      'Moments are written in ISO 8601 with an offset, e.g. 2026-03-02T08:00:00Z.',
    );
  }
}

/** UTC text, without a fraction where there is none: `2026-03-02T08:00:00Z`. */
export function formatInstant(ms: number): IsoInstant {
  const ordinal = Math.floor(ms / MS_PER_DAY);
  return `${dateOf(ordinal)}T${clockText(ms - ordinal * MS_PER_DAY)}Z`;
}

/**
 * A day of UTC has 86,400 seconds, so only the date is asked of Temporal, and that once: a month of a thousand people has
 * a quarter of a million moments on some forty days. Null for all other ways to write a moment.
 */
function plainUtcMs(value: unknown): number | null {
  const [, date, hours, minutes, seconds, fraction] = (typeof value === 'string' && PLAIN_UTC.exec(value)) || [];
  if (date === undefined) return null;
  const ofDay = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000 + Number(fraction ?? 0);
  return ordinalOf(date) * MS_PER_DAY + ofDay;
}
