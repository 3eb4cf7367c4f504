import { momentOfLocalTime } from '@rollcall/attendance';
import type { NotificationSettings } from '@rollcall/db';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';

const QUARTER_MS = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * When a letter about something of this moment goes: at the next quarter of an hour, so that several matters share a letter,
 * and after the quiet hours of the place.
 *
 * @param timeZone IANA zone in which the quiet hours are meant
 */
export function letterTime(at: Date, quietHours: NotificationSettings['quietHours'], timeZone: string): Date {
  return afterQuietHours(new Date(Math.ceil(at.getTime() / QUARTER_MS) * QUARTER_MS), quietHours, timeZone);
}

/** The moment itself, or the end of the quiet hours it falls in. The beginning is within, the end is not. */
export function afterQuietHours(at: Date, quietHours: NotificationSettings['quietHours'], timeZone: string): Date {
  if (quietHours === null) return at;
  const { from, to } = quietHours;
  const time = localTimeOf(at, timeZone);
  const spansMidnight = to < from;
  const isQuiet = spansMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return at;
  const today = localDateOf(at, timeZone);
  const date = spansMidnight && time >= from ? addDays(today, 1) : today;
  const first = new Date(momentOfLocalTime({ date, time: to, timeZone }));
  // The clock shows the end twice, and the first time has passed.
  return first > at ? first : new Date(momentOfLocalTime({ date, time: to, timeZone, repeated: 'SECOND' }));
}

/** HH:MM on the clock of the zone. */
export function localTimeOf(at: Date, timeZone: string): string {
  const known = formats.get(timeZone);
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = known ?? new Intl.DateTimeFormat('en-GB', options);
  if (known === undefined) formats.set(timeZone, format);
  return format.format(at);
}
