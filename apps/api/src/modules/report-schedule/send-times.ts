import { momentOfLocalTime } from '@rollcall/attendance';
import type { ReportSchedule } from '@rollcall/db';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';

/** A month, and a day of it that is over. */
const LONGEST_WAIT_DAYS = 62;

export type SendTimes = Pick<ReportSchedule, 'frequency' | 'weekday' | 'dayOfMonth' | 'time' | 'timeZone'>;

/**
 * The first sending after a moment, by the clock of the schedule. A time that the clock skips comes later by the length of the
 * gap; one that it shows twice is meant the first time.
 *
 * @throws Error if there is none: WEEKLY without a weekday, MONTHLY without a day
 */
export function nextSend(times: SendTimes, after: Date): Date {
  const { time, timeZone } = times;
  const today = localDateOf(after, timeZone);
  for (let days = 0; days <= LONGEST_WAIT_DAYS; days++) {
    const date = addDays(today, days);
    if (!isDayOf(times, date)) continue;
    const at = new Date(momentOfLocalTime({ date, time, timeZone }));
    if (at > after) return at;
  }
  throw new Error(`A schedule (${times.frequency}) has no day on which it is sent.`);
}

/** The latest sending up to a moment, of those from `dueAt` on: what was missed is sent once. */
export function latestSend(times: SendTimes, dueAt: Date, now: Date): Date {
  let latest = dueAt;
  for (let next = nextSend(times, latest); next <= now; next = nextSend(times, latest)) latest = next;
  return latest;
}

/** What a sending is about: the day before, the seven days before, or the calendar month before. */
export function rangeOfSend({ frequency, timeZone }: SendTimes, dueAt: Date): DateRange {
  const date = localDateOf(dueAt, timeZone);
  const to = frequency === 'MONTHLY' ? addDays(`${date.slice(0, 8)}01`, -1) : addDays(date, -1);
  if (frequency === 'MONTHLY') return { from: `${to.slice(0, 8)}01`, to };
  return { from: frequency === 'WEEKLY' ? addDays(date, -7) : to, to };
}

function isDayOf({ frequency, weekday, dayOfMonth }: SendTimes, date: string): boolean {
  if (frequency === 'WEEKLY') return weekdayOf(date) === weekday;
  return frequency === 'DAILY' || Number(date.slice(8)) === dayOfMonth;
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
