import { parseInstant } from '../time/instant.js';
import { localDateOf, localText } from '../time/zone-clock.js';
import type { IsoInstant, TimeZoneId } from '../types/primitives.js';

/** `YYYY-MM-DD HH:MM[:SS]`: with the date, because a night ends on another date than it began. */
export function homeTime(at: IsoInstant, zone: TimeZoneId): string {
  const ms = parseInstant(at, 'records');
  return `${localDateOf(ms, zone)} ${localText(ms, zone)}`;
}
