import type { Occurrence } from '../schedule/occurrence.js';
import { localDay } from '../schedule/occurrence.js';
import { MS_PER_MINUTE } from '../time/duration.js';

/** The stretch of time whose marks belong to one occurrence, half-open: `opensMs` counts, `closesMs` does not. */
export interface ShiftWindow {
  readonly occurrence: Occurrence;
  readonly opensMs: number;
  readonly closesMs: number;
  /** Set where a neighbour took a part of the window. */
  readonly trimmedStartBy: Occurrence | null;
  readonly trimmedEndBy: Occurrence | null;
}

export function isDayOff({ dayType }: Pick<Occurrence, 'dayType'>): boolean {
  return dayType === 'HOLIDAY' || dayType === 'WEEKLY_OFF';
}

/**
 * The window before neighbours are looked at: the shift and its margins; on a day off also the whole local day, because
 * there are no hours to keep to.
 */
export function fullWindow(occurrence: Occurrence): ShiftWindow {
  const { hours, policy, workDate, site } = occurrence;
  const opens = hours.startMs - policy.checkInOpensMinutesBefore * MS_PER_MINUTE;
  const closes = hours.endMs + policy.checkOutClosesMinutesAfter * MS_PER_MINUTE;
  const base = { occurrence, trimmedStartBy: null, trimmedEndBy: null };
  if (!isDayOff(occurrence)) return { ...base, opensMs: opens, closesMs: closes };
  const day = localDay(workDate, site.timeZone);
  return { ...base, opensMs: Math.min(opens, day.startMs), closesMs: Math.max(closes, day.endMs) };
}
