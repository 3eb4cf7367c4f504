import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDayDiff,
  buildDayRecords,
  type DayRecord,
  type DayRecordsInput,
  type DayRecordsResult,
  diffDayRecords,
} from './index.js';
import { arbitraryInput } from './testing/arbitrary-input.js';
import { datesBetween } from './time/local-date.js';

const TIMEOUT_MS = 300_000;
/** Fixed, so that a run tests the same inputs everywhere; change it to explore others. */
const SEED = 1;

/** Freezes everything reachable, so that any write throws. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) deepFreeze(field);
  }
  return value;
}

function reversed(input: DayRecordsInput): DayRecordsInput {
  return {
    ...input,
    events: [...input.events].reverse(),
    calendar: {
      holidays: [...input.calendar.holidays].reverse(),
      weeklyOffs: [...input.calendar.weeklyOffs].reverse(),
      leaves: [...input.calendar.leaves].reverse(),
    },
  };
}

function accountedIds({ records, offShift, replaced, outsideRange }: DayRecordsResult): readonly string[] {
  return [
    ...records.flatMap(({ marks }) => marks.map(({ eventId }) => eventId)),
    ...offShift.map(({ eventId }) => eventId),
    ...replaced.map(({ eventId }) => eventId),
    ...outsideRange,
  ].sort();
}

/** What is wrong with a record, in words; nothing if it keeps every promise about minutes and roles. */
function violations(record: DayRecord): readonly string[] {
  const windowMinutes = (Date.parse(record.windowClosesAt) - Date.parse(record.windowOpensAt)) / 60_000;
  const countOf = (...roles: readonly string[]) => record.marks.filter(({ role }) => roles.includes(role)).length;
  const { workedMinutes, breakMinutes, unpaidBreakMinutes, lateMinutes, earlyMinutes, overtimeMinutes } = record;
  const minutes = [workedMinutes, breakMinutes, unpaidBreakMinutes, lateMinutes, earlyMinutes, overtimeMinutes];
  const unresolved = countOf('OPEN_IN', 'UNPAIRED_IN', 'ORPHAN_OUT', 'ORPHAN_BREAK', 'UNCLOSED_BREAK');
  const promises: Record<string, boolean> = {
    'minutes are whole and not negative': minutes.every((value) => Number.isInteger(value) && value >= 0),
    'worked at most as long as the window': workedMinutes <= windowMinutes,
    'overtime was worked': overtimeMinutes <= workedMinutes,
    'payable overtime is overtime': record.overtime.payableMinutes <= overtimeMinutes,
    'every in has its out': countOf('IN') === countOf('OUT') + (record.isAutoClosed ? 1 : 0),
    'every break ends': countOf('BREAK_START') === countOf('BREAK_END'),
    'no verdict over marks without a partner':
      unresolved === 0 || !['PRESENT', 'HALF_DAY', 'ABSENT'].includes(record.status),
  };
  return Object.keys(promises).filter((promise) => promises[promise] === false);
}

describe('10,000 random event lists', () => {
  it(
    'worked minutes are never negative nor longer than the window, every mark is paired, flagged or off-shift exactly once, and neither the order of arrival nor a rebuild changes anything',
    () => {
      fc.assert(
        fc.property(arbitraryInput, (input) => {
          const result = buildDayRecords(deepFreeze(input));
          expect(result.records.flatMap(violations)).toEqual([]);
          expect(accountedIds(result)).toEqual(input.events.map(({ eventId }) => eventId).sort());
          expect(JSON.stringify(buildDayRecords(deepFreeze(reversed(input))))).toBe(JSON.stringify(result));
        }),
        { numRuns: 10_000, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );
});

describe('any input', () => {
  it(
    'gives the same days whether they are built one by one or together',
    () => {
      fc.assert(
        fc.property(arbitraryInput, (input) => {
          const together = buildDayRecords(input);
          const single = datesBetween(input.from, input.to).map((date) =>
            buildDayRecords({ ...input, from: date, to: date }),
          );
          expect(single.flatMap(({ records }) => records)).toEqual(together.records);
          const offShiftIds = single.flatMap(({ offShift }) => offShift.map(({ eventId }) => eventId));
          expect(offShiftIds.sort()).toEqual(together.offShift.map(({ eventId }) => eventId).sort());
        }),
        { numRuns: 1_000, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'has windows that do not overlap, each mark of a record inside its own',
    () => {
      fc.assert(
        fc.property(arbitraryInput, (input) => {
          const { records } = buildDayRecords(input);
          const counting = records.filter(({ marks }) => marks.length > 0);
          for (const { windowOpensAt, windowClosesAt, marks } of counting) {
            for (const { at } of marks) {
              expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(windowOpensAt));
              expect(Date.parse(at)).toBeLessThan(Date.parse(windowClosesAt));
            }
          }
          for (const [index, later] of counting.slice(1).entries()) {
            const earlier = counting[index];
            expect(Date.parse(later.windowOpensAt)).toBeGreaterThanOrEqual(Date.parse(earlier?.windowClosesAt ?? ''));
          }
        }),
        { numRuns: 1_000, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'applying a diff to the old records gives exactly the new ones',
    () => {
      fc.assert(
        fc.property(arbitraryInput, fc.nat(), (input, seed) => {
          const fewer = input.events.filter((_, index) => (index + seed) % 3 !== 0);
          const before = buildDayRecords({ ...input, events: fewer }).records;
          const after = buildDayRecords(input).records;
          const diff = diffDayRecords(before, after);
          expect(applyDayDiff(before, diff)).toEqual(after);
          expect(diffDayRecords(after, after).changes).toEqual([]);
        }),
        { numRuns: 1_000, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a refused attempt never makes a day absent',
    () => {
      fc.assert(
        fc.property(arbitraryInput, (input) => {
          const { records } = buildDayRecords(input);
          const attempts = records.map(({ windowOpensAt }, index) => ({
            attemptId: `r${index}`,
            at: windowOpensAt,
            outcome: 'NON_MATCH',
          }));
          const tried = buildDayRecords({ ...input, refusedAttempts: attempts }).records;
          for (const [index, record] of tried.entries()) {
            if (record.status === 'ABSENT') expect(records[index]?.status).toBe('ABSENT');
            if (record.marks.length === 0 && record.refusedAttempts.length > 0)
              expect(record.status).not.toBe('ABSENT');
          }
        }),
        { numRuns: 1_000, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );
});
