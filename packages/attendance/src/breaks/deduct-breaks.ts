import type { CountedInterval } from '../hours/count-intervals.js';
import type { Pairing } from '../pairing/pairing.js';
import type { Occurrence } from '../schedule/occurrence.js';
import { completedMinutes } from '../time/duration.js';
import { intersect, type Span, subtract, totalMs } from '../time/span.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import { deductDurations, pausesMs } from './break-pool.js';
import { breakWindow } from './break-windows.js';
import { payBreaks } from './paid-breaks.js';

export interface WorkedTime {
  readonly presentMs: number;
  readonly workedMs: number;
  readonly unpaidBreakMs: number;
  readonly breakMs: number;
  /** Presence less the unpaid breaks whose place in time is known. */
  readonly workedSpans: readonly Span[];
  readonly trace: readonly TraceEntry[];
}

/**
 * Presence less unpaid breaks, in this order: marked breaks; automatic fixed windows (only what of them was worked);
 * automatic amounts (only what was not taken already).
 */
export function deductBreaks(
  intervals: readonly CountedInterval[],
  pairing: Pick<Pairing, 'breaks'>,
  occurrence: Occurrence,
): WorkedTime {
  const presence = intervals.map(({ fromMs, toMs }) => ({ fromMs, toMs }));
  const presentMs = totalMs(presence);
  const marked = pairing.breaks.flatMap(({ start, end }) => intersect(presence, { fromMs: start.ms, toMs: end.ms }));
  const { unpaidMarked, automaticMs } = payBreaks(marked, presence, occurrence);
  const trace = markedTrace(totalMs(marked), totalMs(unpaidMarked), automaticMs);
  const windows = deductWindows(subtract(presence, unpaidMarked), marked, occurrence);
  const netMs = totalMs(windows.left);
  const pauses = occurrence.policy.hours === 'EVERY_PAIR' ? pausesMs(presence) : 0;
  const durations = deductDurations(occurrence.policy.breaks, netMs, totalMs(marked) + pauses + windows.deductedMs);
  const unpaidBreakMs = totalMs(unpaidMarked) + windows.deductedMs + durations.deductedMs;
  return {
    presentMs,
    workedMs: netMs - durations.deductedMs,
    unpaidBreakMs,
    breakMs: totalMs(marked) + automaticMs + windows.deductedMs + durations.deductedMs,
    workedSpans: windows.left,
    trace: [...trace, ...windows.trace, ...durations.trace],
  };
}

interface WindowDeduction {
  readonly left: readonly Span[];
  readonly deductedMs: number;
  readonly trace: readonly TraceEntry[];
}

function deductWindows(worked: readonly Span[], marked: readonly Span[], occurrence: Occurrence): WindowDeduction {
  const trace: TraceEntry[] = [];
  let left = worked;
  for (const { isPaid, span, apply } of occurrence.policy.breaks) {
    if (isPaid || span.kind !== 'WINDOW' || apply.kind !== 'AUTOMATIC') continue;
    const { afterWorkedMinutes } = apply;
    const workedMinutes = completedMinutes(totalMs(left));
    if (workedMinutes <= afterWorkedMinutes) {
      trace.push(traceEntry('BREAK_NOT_DUE', { workedMinutes, afterWorkedMinutes }));
      continue;
    }
    const holes = subtract([breakWindow(span, occurrence)], marked);
    const before = totalMs(left);
    left = subtract(left, holes);
    const deductedMinutes = completedMinutes(before - totalMs(left));
    trace.push(traceEntry('BREAK_WINDOW', { start: span.start, end: span.end, deductedMinutes, afterWorkedMinutes }));
  }
  return { left, deductedMs: totalMs(worked) - totalMs(left), trace };
}

function markedTrace(markedMs: number, unpaidMs: number, automaticPaidMs: number): readonly TraceEntry[] {
  const minutes = completedMinutes(markedMs);
  const paidMinutes = completedMinutes(markedMs - unpaidMs);
  return [
    ...(markedMs > 0 ? [traceEntry('BREAK_MARKED', { minutes, paidMinutes })] : []),
    ...(automaticPaidMs > 0 ? [traceEntry('BREAK_PAID', { minutes: completedMinutes(automaticPaidMs) })] : []),
  ];
}
