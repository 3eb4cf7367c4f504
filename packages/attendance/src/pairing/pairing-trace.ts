import type { Mark } from '../marks/mark.js';
import { MS_PER_SECOND } from '../time/duration.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { MarkRole } from '../types/day-record.js';
import type { Policy } from '../types/policy.js';
import type { DoubleTap } from './double-taps.js';
import type { Pairing } from './pairing.js';

const ROLE_RULES = {
  OPEN_IN: 'OPEN_CHECK_IN',
  UNPAIRED_IN: 'UNPAIRED_IN',
  ORPHAN_OUT: 'ORPHAN_OUT',
  ORPHAN_BREAK: 'ORPHAN_BREAK',
  UNCLOSED_BREAK: 'UNCLOSED_BREAK',
  REPEATED: 'REPEATED_MARK',
} as const satisfies Partial<Record<MarkRole, string>>;

/** What happened to the marks: corrections, double taps, pairs and everything that found no partner. */
export function pairingTrace(
  pairing: Pairing,
  doubleTaps: readonly DoubleTap[],
  policy: Policy,
): readonly TraceEntry[] {
  const marks = [...pairing.roles.keys()];
  if (marks.length === 0) return [];
  return [
    ...marks.flatMap(correctionTrace),
    ...doubleTaps.map((tap) => doubleTapTrace(tap, policy)),
    traceEntry('PAIRING', { pairing: policy.pairing, pairCount: pairing.pairs.length }),
    ...[...pairing.roles].flatMap(([mark, role]) => roleTrace(mark, role)),
  ];
}

function correctionTrace({ event }: Mark): readonly TraceEntry[] {
  if (event.source !== 'CORRECTION') return [];
  const { eventId, replacesEventId } = event;
  if (replacesEventId == null) return [traceEntry('CORRECTION_ADDED', { eventId })];
  return [traceEntry('CORRECTION', { eventId, replacedEventId: replacesEventId })];
}

function doubleTapTrace({ mark, gapMs }: DoubleTap, { minimumMarkGapSeconds }: Policy): TraceEntry {
  const atLocal = localText(mark.ms, mark.event.timeZone);
  const gapSeconds = Math.floor(gapMs / MS_PER_SECOND);
  return traceEntry('DOUBLE_TAP', { atLocal, gapSeconds, minimumMarkGapSeconds }, { eventId: mark.event.eventId });
}

function roleTrace(mark: Mark, role: MarkRole): readonly TraceEntry[] {
  if (!(role in ROLE_RULES)) return [];
  const rule = ROLE_RULES[role as keyof typeof ROLE_RULES];
  const atLocal = localText(mark.ms, mark.event.timeZone);
  return [traceEntry(rule, { atLocal }, { eventId: mark.event.eventId })];
}
