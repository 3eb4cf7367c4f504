import { invalid } from '../input/invalid.js';
import type { LocalTime } from '../types/primitives.js';

const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** @throws DomainError BAD_USER_INPUT naming `field`, unless `value` is `HH:MM` between 00:00 and 23:59 */
export function assertLocalTime(value: unknown, field: string): asserts value is LocalTime {
  if (typeof value !== 'string' || !TIME_PATTERN.test(value)) {
    throw invalid(field, 'TIME_FORMAT', 'Times are written HH:MM, 00:00 to 23:59.');
  }
}

/** Minutes since midnight on the clock face. */
export function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
