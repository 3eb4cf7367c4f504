import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ZONES } from '../testing/arbitrary-input.js';
import { localDateOf, localText } from '../time/zone-clock.js';
import { roundOnClock } from './round-clock.js';

describe('the quick clock', () => {
  const moment = fc.record({
    zone: fc.constantFrom(...ZONES),
    // Minutes around the clock changes of 2026 and the date that Apia skipped, and any other time of a century.
    ms: fc.oneof(
      fc
        .constantFrom(
          '2026-03-29',
          '2026-10-25',
          '2026-03-08',
          '2026-11-01',
          '2026-04-04',
          '2026-10-03',
          '2011-12-30',
          '2026-02-15',
        )
        .chain((date) =>
          fc.integer({ min: 0, max: 86_400 }).map((second) => Date.parse(`${date}T00:00:00Z`) + second * 1_000),
        ),
      fc.integer({ min: 0, max: 3_000_000_000 }).map((second) => second * 1_000),
    ),
  });

  it('shows the same date and time as Temporal', () => {
    fc.assert(
      fc.property(moment, ({ ms, zone }) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(localDateOf(ms, zone)).toBe(local.toPlainDate().toString());
        const unit = local.second === 0 ? 'minute' : 'second';
        expect(localText(ms, zone)).toBe(local.toPlainTime().toString({ smallestUnit: unit }));
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('rounds to the same moment as Temporal', () => {
    const rule = fc.record({
      toMinutes: fc.constantFrom(1, 5, 10, 15, 30, 60),
      direction: fc.constantFrom('UP' as const, 'DOWN' as const, 'NEAREST' as const),
    });
    const modes = { UP: 'ceil', DOWN: 'floor', NEAREST: 'halfExpand' } as const;
    fc.assert(
      fc.property(moment, rule, ({ ms, zone }, { toMinutes, direction }) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        const options = { roundingMode: modes[direction] };
        const expected =
          toMinutes === 60
            ? local.round({ ...options, smallestUnit: 'hour' })
            : local.round({ ...options, smallestUnit: 'minute', roundingIncrement: toMinutes });
        expect(roundOnClock(ms, { toMinutes, direction }, zone)).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
