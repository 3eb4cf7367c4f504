import type { MarkPair, Pairing } from '../pairing/pairing.js';
import { roundOnClock } from '../rounding/round-clock.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { Policy, RoundingRule } from '../types/policy.js';
import type { ShiftWindow } from '../windows/window.js';

/** A pair with the stretch that counts for it, after rounding. */
export interface CountedInterval {
  readonly pair: MarkPair;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface CountedIntervals {
  readonly intervals: readonly CountedInterval[];
  readonly trace: readonly TraceEntry[];
}

/**
 * The stretches that count as presence: one from the first in to the last out, or one for each pair. Rounded moments
 * stay inside the window and never let two stretches overlap, so presence is at most the window's length.
 */
export function countIntervals(pairing: Pairing, window: ShiftWindow): CountedIntervals {
  const { policy } = window.occurrence;
  const trace: TraceEntry[] = [];
  const intervals: CountedInterval[] = [];
  let earliestMs = window.opensMs;
  for (const pair of countedPairs(pairing.pairs, policy)) {
    const rawOut = pair.outMs;
    const inMs = rounded(pair.in.ms, policy.rounding?.in, pair.in.event.timeZone, 'ROUNDED_IN', trace);
    const outMs =
      pair.out === null ? rawOut : rounded(rawOut, policy.rounding?.out, pair.out.event.timeZone, 'ROUNDED_OUT', trace);
    const fromMs = Math.min(Math.max(inMs, earliestMs), window.closesMs);
    const toMs = Math.max(fromMs, Math.min(outMs, window.closesMs));
    intervals.push({ pair, fromMs, toMs });
    earliestMs = toMs;
  }
  return { intervals, trace };
}

function countedPairs(pairs: readonly MarkPair[], policy: Policy): readonly MarkPair[] {
  const first = pairs.at(0);
  const last = pairs.at(-1);
  if (policy.hours === 'EVERY_PAIR' || first === undefined || last === undefined) return pairs;
  return [{ in: first.in, out: last.out, outMs: last.outMs }];
}

function rounded(
  ms: number,
  rule: RoundingRule | null | undefined,
  zone: string,
  name: 'ROUNDED_IN' | 'ROUNDED_OUT',
  trace: TraceEntry[],
): number {
  if (rule == null) return ms;
  const roundedMs = roundOnClock(ms, rule, zone);
  if (roundedMs === ms) return ms;
  trace.push(
    traceEntry(name, {
      fromLocal: localText(ms, zone),
      toLocal: localText(roundedMs, zone),
      direction: rule.direction,
      toMinutes: rule.toMinutes,
    }),
  );
  return roundedMs;
}
