import type { IsoInstant, LocalDate, LocalTime, TimeZoneId } from '../types/primitives.js';
import { formatInstant } from './instant.js';
import { assertLocalDate } from './local-date.js';
import { assertLocalTime } from './local-time.js';
import { assertTimeZone, momentOf, type RepeatedTime } from './zone.js';

export interface LocalMomentInput {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly timeZone: TimeZoneId;
  /** Which one is meant where the clock shows the time twice. Default `FIRST`. */
  readonly repeated?: RepeatedTime;
}

/**
 * The moment a person means by a date and a time on the wall clock (a correction typed in, a row of an import).
 * A time that the clock skips moves forward by the length of the gap.
 *
 * @throws DomainError BAD_USER_INPUT naming `date`, `time` or `timeZone`
 */
export function momentOfLocalTime({ date, time, timeZone, repeated = 'FIRST' }: LocalMomentInput): IsoInstant {
  assertLocalDate(date, 'date');
  assertLocalTime(time, 'time');
  assertTimeZone(timeZone, 'timeZone');
  return formatInstant(momentOf(date, time, timeZone, repeated).ms);
}
