import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from './instant.js';

describe('the quick way to read and write moments', () => {
  const moment = fc.oneof(
    fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2200-01-01') }),
    fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }).map((second) => second * 1_000),
  );

  it('writes a moment as Temporal does', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        expect(formatInstant(ms)).toBe(withoutZeros(Temporal.Instant.fromEpochMilliseconds(ms)));
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('reads what it wrote, and what others write, as Temporal does', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        expect(parseInstant(formatInstant(ms), 'at')).toBe(ms);
        expect(parseInstant(new Date(ms).toISOString(), 'at')).toBe(ms);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('refuses the same texts as Temporal', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
    const text = fc
      .tuple(fc.constantFrom('2026', '2024'), two, two, two, two, two, fc.constantFrom('Z', '.120Z', '+02:00', ''))
      .map(
        ([year, month, day, hour, minute, second, end]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${end}`,
      );
    fc.assert(
      fc.property(text, (value) => {
        expect(outcomeOf(() => parseInstant(value, 'at'))).toBe(
          outcomeOf(() => Temporal.Instant.from(value).epochMilliseconds),
        );
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });
});

/** Temporal writes `.12`, a mark's moment `.120`. */
function withoutZeros(instant: Temporal.Instant): string {
  const isWhole = instant.epochMilliseconds % 1_000 === 0;
  return instant.toString(isWhole ? {} : { fractionalSecondDigits: 3 });
}

function outcomeOf(work: () => number): number | 'refused' {
  try {
    return work();
  } catch {
    return 'refused';
  }
}
