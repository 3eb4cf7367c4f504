import { Temporal } from 'temporal-polyfill';
import type { RoundingDirection, RoundingRule } from '../types/policy.js';
import type { TimeZoneId } from '../types/primitives.js';

const MODES = { UP: 'ceil', DOWN: 'floor', NEAREST: 'halfExpand' } as const satisfies Record<RoundingDirection, string>;

/** Rounds what the clock of a zone shows, so that steps lie on :00, :15 … also where the offset is odd (Asia/Kolkata). */
export function roundOnClock(ms: number, rule: RoundingRule, zone: TimeZoneId): number {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const roundingMode = MODES[rule.direction];
  const rounded =
    rule.toMinutes === 60
      ? local.round({ smallestUnit: 'hour', roundingMode })
      : local.round({ smallestUnit: 'minute', roundingIncrement: rule.toMinutes, roundingMode });
  return rounded.epochMilliseconds;
}
