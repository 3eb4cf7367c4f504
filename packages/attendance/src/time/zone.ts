import { Temporal } from 'temporal-polyfill';
import { invalid } from '../input/invalid.js';
import type { LocalDate, LocalTime, TimeZoneId } from '../types/primitives.js';
import { memoise } from './memo.js';

export interface ZonedMoment {
  readonly ms: number;
  /** The clock skipped the asked time that day; the moment is later by the length of the gap. */
  readonly isMoved: boolean;
}

const isKnownZone = memoise(
  1_000,
  (zone: TimeZoneId) => zone,
  (zone: TimeZoneId): boolean => {
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
      return /^[A-Za-z]/.test(zone);
    } catch {
      return false;
    }
  },
);

/** @throws DomainError BAD_USER_INPUT naming `field`, unless `value` is an IANA zone this runtime knows */
export function assertTimeZone(value: unknown, field: string): asserts value is TimeZoneId {
  if (typeof value !== 'string' || !isKnownZone(value)) {
    throw invalid(field, 'TIME_ZONE_UNKNOWN', 'This is not the name of an IANA time zone, e.g. Europe/Berlin.');
  }
}

/** Which of two answers is meant when the clock shows a time twice. */
export type RepeatedTime = 'FIRST' | 'SECOND';

/**
 * The moment at which the clock of a zone shows `time` on `date`. A repeated time gives its first (or, if asked, its
 * second) occurrence; a skipped time moves forward by the length of the gap (02:30 becomes 03:30), as RFC 5545 does.
 */
export const momentOf = memoise(
  50_000,
  (date: LocalDate, time: LocalTime, zone: TimeZoneId, repeated: RepeatedTime = 'FIRST') =>
    `${date}T${time}|${zone}|${repeated}`,
  (date: LocalDate, time: LocalTime, zone: TimeZoneId, repeated: RepeatedTime = 'FIRST'): ZonedMoment => {
    const asked = Temporal.PlainDateTime.from(`${date}T${time}`);
    const first = asked.toZonedDateTime(zone, { disambiguation: 'compatible' });
    const isMoved = !first.toPlainDateTime().equals(asked);
    const isSecond = repeated === 'SECOND' && !isMoved;
    const given = isSecond ? asked.toZonedDateTime(zone, { disambiguation: 'later' }) : first;
    return { ms: given.epochMilliseconds, isMoved };
  },
);

/** The first moment of a date; null if the zone skipped the whole date (Pacific/Apia, 2011-12-30). */
export const startOfDay = memoise(
  20_000,
  (date: LocalDate, zone: TimeZoneId) => `${date}|${zone}`,
  (date: LocalDate, zone: TimeZoneId): { readonly ms: number | null } => {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
    return { ms: start.toPlainDate().toString() === date ? start.epochMilliseconds : null };
  },
);
