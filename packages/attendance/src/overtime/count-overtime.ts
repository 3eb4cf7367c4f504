import type { Occurrence } from '../schedule/occurrence.js';
import { completedMinutes } from '../time/duration.js';
import { intersect, type Span, totalMs } from '../time/span.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { DayOvertime, DayType } from '../types/day-record.js';
import type { OvertimeRule } from '../types/policy.js';
import { isDayOff } from '../windows/window.js';

export interface OvertimeFacts {
  readonly occurrence: Occurrence;
  readonly workedSpans: readonly Span[];
  readonly workedMinutes: number;
  /** The last out was made by the policy: nobody saw the person after the shift. */
  readonly isAutoClosed: boolean;
  /** Null: nobody decided yet. */
  readonly approvedMinutes: number | null;
}

export interface CountedOvertime {
  readonly overtime: DayOvertime;
  readonly trace: readonly TraceEntry[];
}

const NONE: DayOvertime = {
  beforeMinutes: 0,
  afterMinutes: 0,
  minutes: 0,
  percent: 100,
  approval: 'NOT_NEEDED',
  payableMinutes: 0,
};

/** Work outside the shift, or all work of a day off, by the policy's overtime rule. Weekly caps belong to the period. */
export function countOvertime(facts: OvertimeFacts): CountedOvertime {
  const rule = facts.occurrence.policy.overtime;
  if (rule === null || facts.workedMinutes === 0) return { overtime: NONE, trace: [] };
  const trace: TraceEntry[] = [];
  const percent = percentOf(rule, facts.occurrence.dayType);
  const sides = isDayOff(facts.occurrence) ? dayOff(facts, percent, trace) : beyondShift(facts, rule, trace);
  const minutes = capped(Math.min(sides.beforeMinutes + sides.afterMinutes, facts.workedMinutes), rule, trace);
  return { overtime: { ...sides, minutes, percent, ...approved(minutes, facts, rule, trace) }, trace };
}

type Sides = Pick<DayOvertime, 'beforeMinutes' | 'afterMinutes'>;

function dayOff({ workedMinutes }: OvertimeFacts, percent: number, trace: TraceEntry[]): Sides {
  trace.push(traceEntry('OVERTIME_DAY_OFF', { minutes: workedMinutes, percent }));
  return { beforeMinutes: 0, afterMinutes: workedMinutes };
}

function beyondShift(facts: OvertimeFacts, rule: OvertimeRule, trace: TraceEntry[]): Sides {
  const { startMs, endMs } = facts.occurrence.hours;
  const before = { fromMs: Number.NEGATIVE_INFINITY, toMs: startMs };
  const after = { fromMs: endMs, toMs: Number.POSITIVE_INFINITY };
  const count = (span: Span, name: 'OVERTIME_BEFORE' | 'OVERTIME_AFTER'): number => {
    const beyondMinutes = completedMinutes(totalMs(intersect(facts.workedSpans, span)));
    if (beyondMinutes === 0) return 0;
    const { startsAfterMinutes } = rule;
    const fromMinutes = rule.countsFrom === 'THRESHOLD' ? startsAfterMinutes : 0;
    const countedMinutes = beyondMinutes > startsAfterMinutes ? beyondMinutes - fromMinutes : 0;
    trace.push(traceEntry(name, { beyondMinutes, countedMinutes, startsAfterMinutes }));
    return countedMinutes;
  };
  const beforeMinutes = rule.side === 'AFTER_SHIFT' ? 0 : count(before, 'OVERTIME_BEFORE');
  if (rule.side === 'BEFORE_SHIFT') return { beforeMinutes, afterMinutes: 0 };
  if (facts.isAutoClosed) {
    trace.push(traceEntry('OVERTIME_AUTO_CLOSED', {}));
    return { beforeMinutes, afterMinutes: 0 };
  }
  return { beforeMinutes, afterMinutes: count(after, 'OVERTIME_AFTER') };
}

function capped(minutes: number, rule: OvertimeRule, trace: TraceEntry[]): number {
  const dailyCapMinutes = rule.dailyCapMinutes ?? null;
  if (dailyCapMinutes === null || minutes <= dailyCapMinutes) return minutes;
  trace.push(traceEntry('OVERTIME_CAPPED', { minutes, dailyCapMinutes }));
  return dailyCapMinutes;
}

function approved(
  minutes: number,
  { approvedMinutes }: OvertimeFacts,
  rule: OvertimeRule,
  trace: TraceEntry[],
): Pick<DayOvertime, 'approval' | 'payableMinutes'> {
  if (rule.needsApproval !== true || minutes === 0) return { approval: 'NOT_NEEDED', payableMinutes: minutes };
  if (approvedMinutes === null) {
    trace.push(traceEntry('OVERTIME_PENDING', { minutes }));
    return { approval: 'PENDING', payableMinutes: 0 };
  }
  trace.push(traceEntry('OVERTIME_APPROVED', { approvedMinutes }));
  return { approval: 'APPROVED', payableMinutes: Math.min(minutes, approvedMinutes) };
}

function percentOf(rule: OvertimeRule, dayType: DayType): number {
  if (dayType === 'HOLIDAY') return rule.holidayPercent ?? 100;
  if (dayType === 'WEEKLY_OFF') return rule.weekendPercent ?? 100;
  return rule.workdayPercent ?? 100;
}
