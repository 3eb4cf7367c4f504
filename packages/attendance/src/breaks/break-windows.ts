import type { Occurrence } from '../schedule/occurrence.js';
import { addDays } from '../time/local-date.js';
import type { Span } from '../time/span.js';
import { momentOf } from '../time/zone.js';
import type { LocalTime } from '../types/primitives.js';

/** A fixed break of the wall clock on one work date. Earlier on the clock than the shift's start: on the next date. */
export function breakWindow({ start, end }: { start: LocalTime; end: LocalTime }, occurrence: Occurrence): Span {
  const { shift, site, workDate } = occurrence;
  const startDate = start < shift.start ? addDays(workDate, 1) : workDate;
  const endDate = end < start ? addDays(startDate, 1) : startDate;
  const fromMs = momentOf(startDate, start, site.timeZone).ms;
  return { fromMs, toMs: Math.max(fromMs, momentOf(endDate, end, site.timeZone).ms) };
}
