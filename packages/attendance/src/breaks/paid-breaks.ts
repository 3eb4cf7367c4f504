import type { Occurrence } from '../schedule/occurrence.js';
import { completedMinutes, MS_PER_MINUTE } from '../time/duration.js';
import { intersect, lengthMs, type Span, subtract, totalMs } from '../time/span.js';
import type { BreakRule } from '../types/policy.js';
import { breakWindow } from './break-windows.js';

export interface PaidBreaks {
  /** Marked breaks that stay unpaid. */
  readonly unpaidMarked: readonly Span[];
  /** Automatic paid breaks that nobody marked: listed, nothing deducted. */
  readonly automaticMs: number;
}

/**
 * Pays marked breaks as far as paid rules allow: inside a paid window, then up to the paid amounts, earliest first.
 * Marked breaks without a paid rule are unpaid.
 */
export function payBreaks(marked: readonly Span[], presence: readonly Span[], occurrence: Occurrence): PaidBreaks {
  const due = occurrence.policy.breaks.filter((rule) => rule.isPaid && isDue(rule, totalMs(presence)));
  const windows = due.flatMap(({ span, apply }) =>
    span.kind === 'WINDOW' ? [{ window: breakWindow(span, occurrence), apply }] : [],
  );
  const outsideWindows = subtract(
    marked,
    windows.map(({ window }) => window),
  );
  const unmarked = subtract(presence, marked);
  let automaticMs = windows
    .filter(({ apply }) => apply.kind === 'AUTOMATIC')
    .reduce((sum, { window }) => sum + totalMs(intersect(unmarked, window)), 0);
  let unpaidMarked = outsideWindows;
  for (const { span, apply } of due) {
    if (span.kind !== 'DURATION') continue;
    const allowanceMs = span.minutes * MS_PER_MINUTE;
    const before = totalMs(unpaidMarked);
    unpaidMarked = dropEarliest(unpaidMarked, allowanceMs);
    if (apply.kind === 'AUTOMATIC') automaticMs += allowanceMs - (before - totalMs(unpaidMarked));
  }
  return { unpaidMarked, automaticMs };
}

function isDue({ apply }: BreakRule, presentMs: number): boolean {
  return apply.kind === 'WHEN_MARKED' || completedMinutes(presentMs) > apply.afterWorkedMinutes;
}

function dropEarliest(spans: readonly Span[], ms: number): readonly Span[] {
  let leftMs = ms;
  return spans.flatMap((span) => {
    const droppedMs = Math.min(leftMs, lengthMs(span));
    leftMs -= droppedMs;
    return droppedMs < lengthMs(span) ? [{ fromMs: span.fromMs + droppedMs, toMs: span.toMs }] : [];
  });
}
