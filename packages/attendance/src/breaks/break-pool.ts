import { completedMinutes, MS_PER_MINUTE } from '../time/duration.js';
import { type Span, totalMs } from '../time/span.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { BreakRule } from '../types/policy.js';

type AutomaticDuration = {
  readonly minutes: number;
  readonly afterWorkedMinutes: number;
  readonly isGradual: boolean;
};

export interface DurationDeduction {
  readonly deductedMs: number;
  readonly trace: readonly TraceEntry[];
}

/**
 * Automatic breaks that are only an amount. Together they are a minimum: breaks already taken fill them first, and only
 * what is missing is deducted. Each is due once more than its minutes are worked net of what was deducted before.
 *
 * @param netMs work so far, net of deductions
 * @param takenMs breaks already taken (marked, pauses between pairs, fixed windows)
 */
export function deductDurations(rules: readonly BreakRule[], netMs: number, takenMs: number): DurationDeduction {
  const trace: TraceEntry[] = [];
  let deductedMs = 0;
  let unusedMs = takenMs;
  for (const rule of automaticDurations(rules)) {
    const { afterWorkedMinutes, minutes } = rule;
    const workedMs = netMs - deductedMs;
    if (completedMinutes(workedMs) <= afterWorkedMinutes) {
      trace.push(traceEntry('BREAK_NOT_DUE', { workedMinutes: completedMinutes(workedMs), afterWorkedMinutes }));
      continue;
    }
    const usedMs = Math.min(unusedMs, minutes * MS_PER_MINUTE);
    const missingMs = minutes * MS_PER_MINUTE - usedMs;
    const mostMs = rule.isGradual ? workedMs - afterWorkedMinutes * MS_PER_MINUTE : workedMs;
    const deductMs = Math.min(missingMs, mostMs);
    unusedMs -= usedMs;
    deductedMs += deductMs;
    const takenMinutes = completedMinutes(usedMs);
    const deductedMinutes = completedMinutes(deductMs);
    trace.push(traceEntry('BREAK_DURATION', { minutes, afterWorkedMinutes, takenMinutes, deductedMinutes }));
  }
  return { deductedMs, trace };
}

function automaticDurations(rules: readonly BreakRule[]): readonly AutomaticDuration[] {
  return rules
    .flatMap(({ isPaid, span, apply }) =>
      !isPaid && span.kind === 'DURATION' && apply.kind === 'AUTOMATIC'
        ? [{ minutes: span.minutes, afterWorkedMinutes: apply.afterWorkedMinutes, isGradual: apply.isGradual === true }]
        : [],
    )
    .sort((a, b) => a.afterWorkedMinutes - b.afterWorkedMinutes);
}

/** The pauses between stretches of presence: time for which nobody is paid, but a break all the same. */
export function pausesMs(presence: readonly Span[]): number {
  const first = presence.at(0);
  const last = presence.at(-1);
  return first === undefined || last === undefined ? 0 : last.toMs - first.fromMs - totalMs(presence);
}
