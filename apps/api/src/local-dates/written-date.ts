/** How a file writes dates. ISO: year first. The others have to be said, since 03/04 is two different days. */
export const DATE_FORMATS = ['ISO', 'DMY', 'MDY'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const DATES: Readonly<Record<DateFormat, RegExp>> = {
  ISO: /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  DMY: /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  MDY: /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})[-/.](?<year>\d{4})$/,
};
const TIME = /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?: ?(?<half>[ap])\.?m\.?)?$/i;
const ZONE = /(?<=\d)(?<zone>Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a wall-clock time as devices and spreadsheets write it: `-`, `/` or `.` in the date; seconds optional; 12 hours with
 * AM or PM. Year first is read whatever the format. An offset or `Z` at the end is kept.
 *
 * @returns `YYYY-MM-DDTHH:MM:SS`, or null if it is no such time or the day does not exist
 */
export function parseLocalDateTime(text: string, format: DateFormat = 'ISO'): string | null {
  const [, date = '', time = ''] = /^(\S+?)(?:T| +)(\d.*)$/i.exec(text.trim()) ?? [];
  const zone = ZONE.exec(time)?.groups?.zone ?? '';
  const day = parseLocalDate(date, format);
  const clock = parseLocalTime(time.slice(0, time.length - zone.length));
  return day === null || clock === null ? null : `${day}T${clock}${zone.toUpperCase()}`;
}

/** @returns `YYYY-MM-DD`, or null if there is no such day */
export function parseLocalDate(text: string, format: DateFormat = 'ISO'): string | null {
  const found = (DATES.ISO.exec(text.trim()) ?? DATES[format].exec(text.trim()))?.groups;
  if (found === undefined) return null;
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** @returns `HH:MM:SS`, or null if there is no such time */
export function parseLocalTime(text: string): string | null {
  const found = TIME.exec(text.trim())?.groups;
  if (found === undefined) return null;
  const { half } = found;
  const [hour, minute, second] = [Number(found.hour), Number(found.minute), Number(found.second ?? 0)];
  if (minute > 59 || second > 59) return null;
  if (half === undefined) return hour > 23 ? null : `${two(hour)}:${two(minute)}:${two(second)}`;
  if (hour < 1 || hour > 12) return null;
  return `${two((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${two(minute)}:${two(second)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
