import { Temporal } from 'temporal-polyfill';
import { MS_PER_MINUTE } from '../time/duration.js';
import { steadyOffsetMs, utcDayOf } from '../time/zone-clock.js';
import type { RoundingDirection, RoundingRule } from '../types/policy.js';
import type { TimeZoneId } from '../types/primitives.js';

const MODES = { UP: 'ceil', DOWN: 'floor', NEAREST: 'halfExpand' } as const satisfies Record<RoundingDirection, string>;

const STEPS: Readonly<Record<RoundingDirection, (count: number) => number>> = {
  UP: Math.ceil,
  DOWN: Math.floor,
  NEAREST: (count) => Math.floor(count + 0.5),
};

/** Rounds what the clock of a zone shows, so that steps lie on :00, :15 … also where the offset is odd (Asia/Kolkata). */
export function roundOnClock(ms: number, rule: RoundingRule, zone: TimeZoneId): number {
  const utcDay = utcDayOf(ms);
  const offsetMs = steadyOffsetMs(utcDay, zone).ms;
  if (offsetMs === null) return roundWithTemporal(ms, rule, zone);
  const stepMs = rule.toMinutes * MS_PER_MINUTE;
  const roundedMs = STEPS[rule.direction]((ms + offsetMs) / stepMs) * stepMs - offsetMs;
  return utcDayOf(roundedMs) === utcDay ? roundedMs : roundWithTemporal(ms, rule, zone);
}

function roundWithTemporal(ms: number, rule: RoundingRule, zone: TimeZoneId): number {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const roundingMode = MODES[rule.direction];
  const rounded =
    rule.toMinutes === 60
      ? local.round({ smallestUnit: 'hour', roundingMode })
      : local.round({ smallestUnit: 'minute', roundingIncrement: rule.toMinutes, roundingMode });
  return rounded.epochMilliseconds;
}
