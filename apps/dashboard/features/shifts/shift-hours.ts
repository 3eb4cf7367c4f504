const MINUTES_PER_DAY = 1440;

/** How long a shift is, over midnight too. Times are HH:MM. @returns whole minutes, 1 to 1440; NaN if one is no time */
export function shiftMinutes(start: string, end: string): number {
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes > 0 ? minutes : minutes + MINUTES_PER_DAY;
}

/** True if the shift ends on the next day. */
export function isOverMidnight(start: string, end: string): boolean {
  return minutesOf(end) <= minutesOf(start);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}
