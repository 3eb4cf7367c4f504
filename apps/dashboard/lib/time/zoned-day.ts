const MS_PER_DAY = 86_400_000;

/** The calendar date (`YYYY-MM-DD`) of an instant in an IANA zone. */
export function dateIn(timeZone: string, at: Date): string {
  const { year, month, day } = partsIn(timeZone, at);
  return `${year}-${month}-${day}`;
}

/**
 * The first instant of a calendar date in an IANA zone.
 *
 * Where the clocks skip midnight it is the first instant after the gap.
 */
export function startOfDay(date: string, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  // The offset is taken at the guess, then again at the result: once is wrong near a change of the clocks.
  let guess = asUtc - offsetMs(timeZone, new Date(asUtc));
  guess = asUtc - offsetMs(timeZone, new Date(guess));
  const isBefore = dateIn(timeZone, new Date(guess)) < date;
  return new Date(isBefore ? asUtc - offsetMs(timeZone, new Date(guess - MS_PER_DAY / 12)) : guess);
}

/** The instant at which clocks of the zone show `time` (HH:MM) on a date; the first of two where it is shown twice. */
export function momentOf(date: string, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // Before a change of the clocks the offset of a day earlier holds; that also finds the first of two.
  const before = asUtc - offsetMs(timeZone, new Date(asUtc - MS_PER_DAY / 2));
  const shown = partsIn(timeZone, new Date(before));
  if (`${shown.hour}:${shown.minute}` === time) return new Date(before);
  return new Date(asUtc - offsetMs(timeZone, new Date(asUtc)));
}

/** A calendar date so many days later; negative: earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** How many days `to` is after `from`; negative: before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** True for a real date written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** How far the clocks of the zone are ahead of UTC at an instant. */
function offsetMs(timeZone: string, at: Date): number {
  const { year, month, day, hour, minute, second } = partsIn(timeZone, at);
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return local - Math.floor(at.getTime() / 1000) * 1000;
}

function partsIn(timeZone: string, at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
