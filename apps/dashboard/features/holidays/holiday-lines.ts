import type { DayPortion } from '@rollcall/contracts';
import { isCalendarDate } from '../../lib/time/zoned-day';

export interface HolidayLine {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly name: string;
  readonly portion: DayPortion;
}

export interface ReadLines {
  readonly holidays: readonly HolidayLine[];
  /** Lines that are neither empty nor a holiday, as they stand there. */
  readonly unread: readonly string[];
}

/** As the examples of the catalogues write them: English, German, Arabic. */
const FIRST_HALF = /^(first half|half|morning|am|erste hälfte|halber tag|vormittags?|النصف الأول|نصف يوم)$/i;
const SECOND_HALF = /^(second half|afternoon|pm|zweite hälfte|nachmittags?|النصف الثاني)$/i;

/**
 * Reads a list of holidays: a calendar file (iCalendar), or one holiday a line with date, name and, if it is half a day,
 * which half, separated by tab, semicolon or comma (Latin or Arabic). Dates are `2026-12-25`, `25.12.2026` or `20261225`; with slashes nobody
 * knows what is the day, so those are not read.
 */
export function readHolidayLines(text: string): ReadLines {
  if (text.includes('BEGIN:VCALENDAR')) return readCalendar(text);
  const holidays: HolidayLine[] = [];
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const holiday = readLine(line);
    if (holiday) holidays.push(holiday);
    else if (!/^\P{L}*(date|datum|fecha|التاريخ)(?!\p{L})/iu.test(line)) unread.push(line.trim());
  }
  return { holidays, unread };
}

/** The list as a person would write it: what `readHolidayLines` reads back. */
export function writeHolidayLines(lines: readonly HolidayLine[]): string {
  return lines
    .map(({ date, name, portion }) =>
      [
        date,
        name.replaceAll(/[;\t]/g, ','),
        ...(portion === 'FULL' ? [] : [portion === 'FIRST_HALF' ? 'first half' : 'second half']),
      ].join('; '),
    )
    .join('\n');
}

function readLine(line: string): HolidayLine | null {
  const separator = ['\t', ';', '؛', ',', '،'].find((one) => line.includes(one)) ?? /\s+(.*)/s;
  const [written = '', name = '', half = ''] = line.split(separator).map(unquoted);
  const date = readDate(written);
  if (date === null || name === '') return null;
  return {
    date,
    name,
    portion: FIRST_HALF.test(half) ? 'FIRST_HALF' : SECOND_HALF.test(half) ? 'SECOND_HALF' : 'FULL',
  };
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();

function readDate(written: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written) ?? [];
  if (year) return realDate(year, month, day);
  const [, dottedDay, dottedMonth, dottedYear] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(written) ?? [];
  return dottedYear ? realDate(dottedYear, dottedMonth, dottedDay) : null;
}

function realDate(year: string, month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** Every event counts on its first day; its name is its summary. */
function readCalendar(text: string): ReadLines {
  const holidays: HolidayLine[] = [];
  const unread: string[] = [];
  // Long lines go on in the next one, after a blank.
  for (const event of text
    .replace(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)) {
    const date = readDate(/^DTSTART[^:\r\n]*:(\d{8})/m.exec(event)?.[1] ?? '');
    const name = (/^SUMMARY[^:\r\n]*:(.*)$/m.exec(event)?.[1] ?? '').replace(/\\([,;\\])/g, '$1').trim();
    if (date !== null && name !== '') holidays.push({ date, name, portion: 'FULL' });
    else unread.push(name || event.trim().slice(0, 80));
  }
  return { holidays, unread };
}
