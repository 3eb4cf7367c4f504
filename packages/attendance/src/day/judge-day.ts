import { deductBreaks, type WorkedTime } from '../breaks/deduct-breaks.js';
import { type CountedIntervals, countIntervals } from '../hours/count-intervals.js';
import type { Mark } from '../marks/mark.js';
import { type CountedOvertime, countOvertime } from '../overtime/count-overtime.js';
import { autoCloseMs, closeOpenIn } from '../pairing/auto-close.js';
import { type DoubleTap, separateDoubleTaps } from '../pairing/double-taps.js';
import { pairMarks } from '../pairing/pair-marks.js';
import { type Pairing, unresolvedMarks } from '../pairing/pairing.js';
import { pairingTrace } from '../pairing/pairing-trace.js';
import { completedMinutes } from '../time/duration.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import { isDayOff, type ShiftWindow } from '../windows/window.js';
import { type Closure, closureOf } from './closure.js';
import { type ExpectedHours, expectedHours } from './expected-hours.js';
import { planTrace } from './plan-trace.js';
import { judgePunctuality, type Punctuality } from './punctuality.js';
import { decideStatus, type StatusVerdict } from './status.js';

/** What one day is judged on. */
export interface DayFacts {
  readonly window: ShiftWindow;
  /** In time order. */
  readonly marks: readonly Mark[];
  readonly refusedCount: number;
  readonly asOfMs: number;
  readonly approvedOvertimeMinutes: number | null;
}

/** Every stage's answer for one day, and the trace in the order of the rules. */
export interface DayJudgement {
  readonly closure: Closure;
  readonly doubleTaps: readonly DoubleTap[];
  readonly pairing: Pairing;
  readonly counted: CountedIntervals;
  readonly worked: WorkedTime;
  readonly workedMinutes: number;
  readonly punctuality: Punctuality;
  readonly overtime: CountedOvertime;
  readonly verdict: StatusVerdict;
  readonly isAutoClosed: boolean;
  readonly trace: readonly TraceEntry[];
}

/** The fold of one day: marks → pairs → counted time → minutes → status. */
export function judgeDay(facts: DayFacts): DayJudgement {
  const { window, marks, refusedCount, asOfMs, approvedOvertimeMinutes } = facts;
  const { occurrence } = window;
  const { policy } = occurrence;
  const expected = expectedHours(occurrence);
  const closure = closureOf(window, asOfMs, occurrence.doMarksCount);
  const { kept, doubleTaps } = separateDoubleTaps(marks, policy.minimumMarkGapSeconds);
  const paired = pairMarks(kept, policy);
  const closing = closeAutomatically(paired, window, closure);
  const { pairing, isAutoClosed } = closing;
  const counted = countIntervals(pairing, window);
  const worked = deductBreaks(counted.intervals, pairing, occurrence);
  const workedMinutes = completedMinutes(worked.workedMs);
  const punctuality = punctualityOf(pairing, expected, window, closure);
  const { workedSpans } = worked;
  const approvedMinutes = approvedOvertimeMinutes;
  const overtime = countOvertime({ occurrence, workedSpans, workedMinutes, isAutoClosed, approvedMinutes });
  const verdict = decideStatus({
    occurrence,
    expected,
    closure: closure.state,
    markCount: marks.length,
    unresolvedCount: unresolvedMarks(pairing).length,
    refusedCount,
    workedMinutes,
    isHalfDayLate: punctuality.isHalfDayLate,
  });
  const trace = [
    ...planTrace(window, expected),
    ...pairingTrace(paired, doubleTaps, policy),
    ...closing.trace,
    ...counted.trace,
    ...workedTrace(worked, workedMinutes, marks.length, policy.hours),
    ...punctuality.trace,
    ...overtime.trace,
    ...(refusedCount > 0 ? [traceEntry('REFUSED_ATTEMPTS', { count: refusedCount })] : []),
    ...closure.trace,
    verdict.reason,
  ];
  return {
    closure,
    doubleTaps,
    pairing,
    counted,
    worked,
    workedMinutes,
    punctuality,
    overtime,
    verdict,
    isAutoClosed,
    trace,
  };
}

interface AutomaticClosing {
  readonly pairing: Pairing;
  readonly isAutoClosed: boolean;
  readonly trace: readonly TraceEntry[];
}

/** Only once nobody can mark any more, and never on a day off: there is no shift whose end could stand for the out. */
function closeAutomatically(pairing: Pairing, window: ShiftWindow, closure: Closure): AutomaticClosing {
  const { policy, site, hours } = window.occurrence;
  const isClosed = closure.state === 'FINAL' || closure.state === 'PROVISIONAL';
  const { openIn } = pairing;
  if (openIn === null || policy.autoCheckOut === null || !isClosed || isDayOff(window.occurrence)) {
    return { pairing, isAutoClosed: false, trace: [] };
  }
  const { minutesAfterEnd } = policy.autoCheckOut;
  const ms = autoCloseMs(openIn, hours.endMs, minutesAfterEnd);
  if (ms === null || ms > window.closesMs) {
    const atLocal = localText(openIn.ms, openIn.event.timeZone);
    const trace = [traceEntry('AUTO_CLOSE_IMPOSSIBLE', { atLocal, minutesAfterEnd })];
    return { pairing, isAutoClosed: false, trace };
  }
  const trace = [traceEntry('AUTO_CLOSED', { atLocal: localText(ms, site.timeZone), minutesAfterEnd })];
  return { pairing: closeOpenIn(pairing, ms), isAutoClosed: true, trace };
}

function punctualityOf(pairing: Pairing, expected: ExpectedHours, window: ShiftWindow, closure: Closure): Punctuality {
  const { policy, site } = window.occurrence;
  const hasHours = !isDayOff(window.occurrence);
  const canComeBack = closure.state === 'OPEN' || pairing.openIn !== null;
  const firstInMs = hasHours ? (pairing.firstIn?.ms ?? null) : null;
  const lastOutMs = hasHours && !canComeBack ? (pairing.pairs.at(-1)?.outMs ?? null) : null;
  return judgePunctuality({ expected, firstInMs, lastOutMs, timeZone: site.timeZone }, policy);
}

function workedTrace(
  worked: WorkedTime,
  workedMinutes: number,
  markCount: number,
  hours: string,
): readonly TraceEntry[] {
  if (markCount === 0) return [];
  const presentMinutes = completedMinutes(worked.presentMs);
  const unpaidBreakMinutes = completedMinutes(worked.unpaidBreakMs);
  return [
    traceEntry('HOURS', { presentMinutes, hours }),
    ...worked.trace,
    traceEntry('WORKED', { workedMinutes, presentMinutes, unpaidBreakMinutes }),
  ];
}
