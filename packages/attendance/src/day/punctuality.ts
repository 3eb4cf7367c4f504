import { completedMinutes, MS_PER_MINUTE } from '../time/duration.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { Policy } from '../types/policy.js';
import type { TimeZoneId } from '../types/primitives.js';
import type { ExpectedHours } from './expected-hours.js';

export interface Punctuality {
  readonly isLateEntry: boolean;
  readonly isEarlyExit: boolean;
  /** From the expected start, not from the end of the grace. */
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly isHalfDayLate: boolean;
  readonly trace: readonly TraceEntry[];
}

export interface PunctualityFacts {
  readonly expected: ExpectedHours;
  /** Raw instants, never rounded ones. */
  readonly firstInMs: number | null;
  /** Null also while the person may still come back. */
  readonly lastOutMs: number | null;
  readonly timeZone: TimeZoneId;
}

/** Late and early against the expected hours: strictly more than the grace counts, one second is enough. */
export function judgePunctuality(facts: PunctualityFacts, policy: Policy): Punctuality {
  const { expected, firstInMs, lastOutMs, timeZone } = facts;
  const trace: TraceEntry[] = [];
  const lateMs = firstInMs === null ? 0 : firstInMs - expected.startMs;
  const earlyMs = lastOutMs === null ? 0 : expected.endMs - lastOutMs;
  const isLateEntry = lateMs > policy.lateGraceMinutes * MS_PER_MINUTE;
  const isEarlyExit = earlyMs > policy.earlyGraceMinutes * MS_PER_MINUTE;
  if (firstInMs !== null && lateMs > 0) {
    const atLocal = localText(firstInMs, timeZone);
    const expectedLocal = localText(expected.startMs, timeZone);
    const graceMinutes = policy.lateGraceMinutes;
    trace.push(traceEntry(isLateEntry ? 'LATE' : 'LATE_WITHIN_GRACE', { atLocal, expectedLocal, graceMinutes }));
  }
  if (lastOutMs !== null && earlyMs > 0) {
    const atLocal = localText(lastOutMs, timeZone);
    const expectedLocal = localText(expected.endMs, timeZone);
    const graceMinutes = policy.earlyGraceMinutes;
    trace.push(traceEntry(isEarlyExit ? 'EARLY' : 'EARLY_WITHIN_GRACE', { atLocal, expectedLocal, graceMinutes }));
  }
  return {
    isLateEntry,
    isEarlyExit,
    lateMinutes: isLateEntry ? completedMinutes(lateMs) : 0,
    earlyMinutes: isEarlyExit ? completedMinutes(earlyMs) : 0,
    isHalfDayLate: policy.halfDayIfLateMinutes !== null && lateMs > policy.halfDayIfLateMinutes * MS_PER_MINUTE,
    trace,
  };
}
