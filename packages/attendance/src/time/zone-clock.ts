import { Temporal } from 'temporal-polyfill';
import type { LocalDate, TimeZoneId } from '../types/primitives.js';
import { clockText, minuteText } from './clock-text.js';
import { MS_PER_DAY, MS_PER_MINUTE } from './duration.js';
import { dateOf } from './local-date.js';
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
  return dateOf(utcDayOf(wallClockMs(ms, zone)));
}

/** What the clock of a zone shows at a moment: `HH:MM`, with `:SS` only where the seconds are not zero. */
export function localText(ms: number, zone: TimeZoneId): string {
  const shownMs = wallClockMs(ms, zone);
  const ofDay = Math.floor((shownMs - utcDayOf(shownMs) * MS_PER_DAY) / 1_000) * 1_000;
  return ofDay % MS_PER_MINUTE === 0 ? minuteText(ofDay) : clockText(ofDay);
}

/** The date and time a person in the zone reads, counted as if they were UTC. */
function wallClockMs(ms: number, zone: TimeZoneId): number {
  return ms + (steadyOffsetMs(utcDayOf(ms), zone).ms ?? temporalOffsetMs(ms, zone));
}

function temporalOffsetMs(ms: number, zone: TimeZoneId): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
