import type { DayStatus } from '@rollcall/contracts';
import type { Occurrence } from '../schedule/occurrence.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { DayClosure } from '../types/day-record.js';
import { isDayOff } from '../windows/window.js';
import type { ExpectedHours } from './expected-hours.js';

export interface StatusFacts {
  readonly occurrence: Occurrence;
  readonly expected: ExpectedHours;
  readonly closure: DayClosure;
  readonly markCount: number;
  readonly unresolvedCount: number;
  readonly refusedCount: number;
  readonly workedMinutes: number;
  readonly isHalfDayLate: boolean;
}

export interface StatusVerdict {
  readonly status: DayStatus;
  /** The rule that decided; its values say why. */
  readonly reason: TraceEntry;
}

/**
 * The day's status. Precedence: leave, holiday, weekly off (unless work on them counts and there is some), then
 * `IN_PROGRESS`, `MISSING_MARK`, `ABSENT`, `HALF_DAY`, `PRESENT`. While a day waits for its closing only a full day is
 * acknowledged: nothing bad is said before it is certain.
 */
export function decideStatus(facts: StatusFacts): StatusVerdict {
  const free = freeDay(facts);
  if (free !== null) return free;
  if (facts.closure === 'OPEN') return inProgress(facts);
  const verdict = isDayOff(facts.occurrence) ? dayOffVerdict(facts) : workdayVerdict(facts);
  return facts.closure === 'WAITING' && verdict.status !== 'PRESENT' ? inProgress(facts) : verdict;
}

function freeDay({ occurrence, markCount }: StatusFacts): StatusVerdict | null {
  if (occurrence.calendar.isFullLeave) return { status: 'ON_LEAVE', reason: traceEntry('STATUS_ON_LEAVE', {}) };
  if (occurrence.doMarksCount && markCount > 0) return null;
  if (occurrence.dayType === 'HOLIDAY') return { status: 'HOLIDAY', reason: traceEntry('STATUS_HOLIDAY', {}) };
  if (occurrence.dayType === 'WEEKLY_OFF') return { status: 'WEEKLY_OFF', reason: traceEntry('STATUS_WEEKLY_OFF', {}) };
  return null;
}

function inProgress({ closure }: StatusFacts): StatusVerdict {
  return { status: 'IN_PROGRESS', reason: traceEntry('STATUS_IN_PROGRESS', { closure }) };
}

function missing({ unresolvedCount }: StatusFacts): StatusVerdict {
  const reason = traceEntry('STATUS_MISSING_MARK', { openMarks: unresolvedCount });
  return { status: 'MISSING_MARK', reason };
}

/** On a day off there is nothing to be absent from: thresholds do not apply. */
function dayOffVerdict(facts: StatusFacts): StatusVerdict {
  if (facts.unresolvedCount > 0) return missing(facts);
  const { workedMinutes } = facts;
  return { status: 'PRESENT', reason: traceEntry('STATUS_PRESENT_DAY_OFF', { workedMinutes }) };
}

function workdayVerdict(facts: StatusFacts): StatusVerdict {
  const { workedMinutes, expected, occurrence } = facts;
  if (facts.unresolvedCount > 0) return missing(facts);
  if (facts.markCount === 0) return withoutMarks(facts);
  const absentBelowMinutes = threshold(occurrence.policy.absentBelowMinutes, expected);
  if (absentBelowMinutes !== null && workedMinutes < absentBelowMinutes) {
    return { status: 'ABSENT', reason: traceEntry('STATUS_ABSENT_BELOW', { workedMinutes, absentBelowMinutes }) };
  }
  const halfDayBelowMinutes = threshold(occurrence.policy.halfDayBelowMinutes, expected);
  if (halfDayBelowMinutes !== null && workedMinutes < halfDayBelowMinutes) {
    const reason = traceEntry('STATUS_HALF_DAY_BELOW', { workedMinutes, halfDayBelowMinutes });
    return { status: 'HALF_DAY', reason };
  }
  if (facts.isHalfDayLate) {
    const expectedLocal = localText(expected.startMs, occurrence.site.timeZone);
    const values = { halfDayIfLateMinutes: occurrence.policy.halfDayIfLateMinutes, expectedLocal };
    return { status: 'HALF_DAY', reason: traceEntry('STATUS_HALF_DAY_LATE', values) };
  }
  if (expected.hasHalfLeave) return { status: 'HALF_DAY', reason: traceEntry('STATUS_HALF_DAY_LEAVE', {}) };
  return { status: 'PRESENT', reason: traceEntry('STATUS_PRESENT', { workedMinutes }) };
}

function withoutMarks({ refusedCount }: StatusFacts): StatusVerdict {
  if (refusedCount > 0) {
    const reason = traceEntry('STATUS_MISSING_MARK_REFUSED', { count: refusedCount });
    return { status: 'MISSING_MARK', reason };
  }
  return { status: 'ABSENT', reason: traceEntry('STATUS_ABSENT_NO_MARKS', {}) };
}

/** Half a threshold may end in half a minute: 241 halves to 120.5, and 120 worked minutes are below it. */
function threshold(minutes: number | null, { isHalf }: ExpectedHours): number | null {
  return minutes === null || !isHalf ? minutes : minutes / 2;
}
