import { Temporal } from 'temporal-polyfill';
import type { LocalDate, TimeZoneId } from '../types/primitives.js';
import { MS_PER_DAY } from './duration.js';
import { memoise } from './memo.js';

/**
 * Temporal's offset of a zone for a whole day of UTC, or null where it changes on that day. Nearly all days have one
 * offset, and asking Temporal for every single mark takes ten microseconds each.
 */
export const steadyOffsetMs = memoise(
  20_000,
  (utcDay: number, zone: TimeZoneId) => `${utcDay}|${zone}`,
  (utcDay: number, zone: TimeZoneId): { readonly ms: number | null } => {
    const first = temporalOffsetMs(utcDay * MS_PER_DAY, zone);
    const last = temporalOffsetMs((utcDay + 1) * MS_PER_DAY - 1, zone);
    return { ms: first === last ? first : null };
  },
);

export function utcDayOf(ms: number): number {
  return Math.floor(ms / MS_PER_DAY);
}

/** The date that the calendar of a zone shows at a moment. */
export function localDateOf(ms: number, zone: TimeZoneId): LocalDate {
  return wallClock(ms, zone).slice(0, 10);
}

/** What the clock of a zone shows at a moment: `HH:MM`, with `:SS` only where the seconds are not zero. */
export function localText(ms: number, zone: TimeZoneId): string {
  const text = wallClock(ms, zone);
  return text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19);
}

/** Date and time in ISO form as a person in the zone reads them. */
function wallClock(ms: number, zone: TimeZoneId): string {
  const offsetMs = steadyOffsetMs(utcDayOf(ms), zone).ms ?? temporalOffsetMs(ms, zone);
  return new Date(ms + offsetMs).toISOString();
}

function temporalOffsetMs(ms: number, zone: TimeZoneId): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
