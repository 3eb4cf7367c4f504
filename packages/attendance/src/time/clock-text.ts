import { MS_PER_MINUTE } from './duration.js';

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const MINUTES_OF_DAY = Array.from(
  { length: 24 * 60 },
  (_, minute) => `${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}`,
);

/** `HH:MM` of a stretch of less than a day since midnight. */
export function minuteText(msOfDay: number): string {
  return MINUTES_OF_DAY[Math.floor(msOfDay / MS_PER_MINUTE)] ?? '';
}

/** `HH:MM:SS`, with `.mmm` only where the milliseconds are not zero. */
export function clockText(msOfDay: number): string {
  const seconds = TWO_DIGITS[Math.floor(msOfDay / 1_000) % 60];
  const fraction = msOfDay % 1_000;
  return `${minuteText(msOfDay)}:${seconds}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}`;
}
