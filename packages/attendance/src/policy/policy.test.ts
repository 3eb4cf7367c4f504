import type { DomainError } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { POLICY_DEFAULTS, type PolicyInput, validatePolicy } from '../index.js';

const BASE = { policyId: 'p1', version: 1 };

function issuesOf(change: object): readonly (readonly [string, string])[] {
  try {
    validatePolicy({ ...BASE, ...change } as PolicyInput);
    return [];
  } catch (error) {
    const { code, details } = error as DomainError;
    expect(code).toBe('BAD_USER_INPUT');
    const issues = details?.issues as readonly { field: string; code: string; message: string }[];
    expect(details).toMatchObject(issues[0] ?? {});
    expect(issues.every(({ message }) => /^[A-Z].*\.$/.test(message))).toBe(true);
    return issues.map((issue) => [issue.field, issue.code] as const);
  }
}

describe('validatePolicy', () => {
  it('fills in the published defaults', () => {
    expect(validatePolicy(BASE)).toEqual({ ...POLICY_DEFAULTS, ...BASE, effectiveFrom: null });
    expect(POLICY_DEFAULTS).toMatchObject({
      checkInOpensMinutesBefore: 60,
      checkOutClosesMinutesAfter: 240,
      pairing: 'ALTERNATING',
      hours: 'FIRST_IN_LAST_OUT',
      minimumMarkGapSeconds: 120,
      halfDayBelowMinutes: null,
      absentBelowMinutes: null,
      lateGraceMinutes: 0,
      earlyGraceMinutes: 0,
      halfDayIfLateMinutes: null,
      breaks: [],
      rounding: null,
      overtime: null,
      autoCheckOut: null,
      markOnHolidays: false,
      absentAfterMinutes: 60,
    });
  });

  it('takes undefined for left out', () => {
    expect(validatePolicy({ ...BASE, lateGraceMinutes: undefined } as unknown as PolicyInput).lateGraceMinutes).toBe(0);
  });

  it.each([
    ['policyId', 'REQUIRED', { policyId: '' }],
    ['version', 'OUT_OF_RANGE', { version: 0 }],
    ['version', 'NOT_WHOLE', { version: 1.5 }],
    ['effectiveFrom', 'DATE_UNKNOWN', { effectiveFrom: '2026-02-30' }],
    ['processFrom', 'DATE_FORMAT', { processFrom: 'soon' }],
    ['checkInOpensMinutesBefore', 'NEGATIVE', { checkInOpensMinutesBefore: -1 }],
    ['checkInOpensMinutesBefore', 'OUT_OF_RANGE', { checkInOpensMinutesBefore: 721 }],
    ['checkOutClosesMinutesAfter', 'NEGATIVE', { checkOutClosesMinutesAfter: -1 }],
    ['checkOutClosesMinutesAfter', 'OUT_OF_RANGE', { checkOutClosesMinutesAfter: 721 }],
    ['pairing', 'UNKNOWN_VALUE', { pairing: 'GUESS' }],
    ['hours', 'UNKNOWN_VALUE', { hours: 'SOME' }],
    ['minimumMarkGapSeconds', 'NEGATIVE', { minimumMarkGapSeconds: -1 }],
    ['minimumMarkGapSeconds', 'OUT_OF_RANGE', { minimumMarkGapSeconds: 3_601 }],
    ['absentAfterMinutes', 'NEGATIVE', { absentAfterMinutes: -1 }],
    ['absentAfterMinutes', 'OUT_OF_RANGE', { absentAfterMinutes: 43_201 }],
    ['autoCheckOut.minutesAfterEnd', 'NEGATIVE', { autoCheckOut: { minutesAfterEnd: -1 } }],
    ['autoCheckOut.minutesAfterEnd', 'OUTSIDE_WINDOW', { autoCheckOut: { minutesAfterEnd: 241 } }],
    ['lateGraceMinutes', 'NEGATIVE', { lateGraceMinutes: -1 }],
    ['earlyGraceMinutes', 'NEGATIVE', { earlyGraceMinutes: -1 }],
    ['lateGraceMinutes', 'NOT_WHOLE', { lateGraceMinutes: '15' }],
    ['earlyGraceMinutes', 'OUT_OF_RANGE', { earlyGraceMinutes: 1_441 }],
    ['absentBelowMinutes', 'NEGATIVE', { absentBelowMinutes: -1 }],
    ['halfDayBelowMinutes', 'OUT_OF_RANGE', { halfDayBelowMinutes: 1_441 }],
    ['halfDayIfLateMinutes', 'NEGATIVE', { halfDayIfLateMinutes: -1 }],
    ['absentBelowMinutes', 'THRESHOLDS_CROSSED', { absentBelowMinutes: 240, halfDayBelowMinutes: 240 }],
    ['absentBelowMinutes', 'THRESHOLDS_CROSSED', { absentBelowMinutes: 300, halfDayBelowMinutes: 240 }],
    ['monthlyLateAllowance.minutes', 'NEGATIVE', { monthlyLateAllowance: { minutes: -1 } }],
    ['monthlyLateAllowance.minutes', 'OUT_OF_RANGE', { monthlyLateAllowance: { minutes: 44_641 } }],
    ['monthlyEarlyAllowance.occurrences', 'NOT_WHOLE', { monthlyEarlyAllowance: { occurrences: 0.5 } }],
    ['monthlyEarlyAllowance.occurrences', 'OUT_OF_RANGE', { monthlyEarlyAllowance: { occurrences: 367 } }],
    ['rounding.in.toMinutes', 'NOT_A_DIVISOR', { rounding: { in: { toMinutes: 7, direction: 'UP' } } }],
    ['rounding.out.toMinutes', 'OUT_OF_RANGE', { rounding: { out: { toMinutes: 0, direction: 'UP' } } }],
    ['rounding.out.direction', 'UNKNOWN_VALUE', { rounding: { out: { toMinutes: 5, direction: 'SIDEWAYS' } } }],
    ['breaks', 'NOT_A_LIST', { breaks: null }],
    [
      'breaks[0].span.minutes',
      'OUT_OF_RANGE',
      { breaks: [{ isPaid: false, span: { kind: 'DURATION', minutes: 0 }, apply: { kind: 'WHEN_MARKED' } }] },
    ],
    [
      'breaks[0].span.end',
      'START_EQUALS_END',
      {
        breaks: [
          { isPaid: false, span: { kind: 'WINDOW', start: '12:00', end: '12:00' }, apply: { kind: 'WHEN_MARKED' } },
        ],
      },
    ],
    [
      'breaks[0].span.start',
      'TIME_FORMAT',
      {
        breaks: [
          { isPaid: false, span: { kind: 'WINDOW', start: '12', end: '12:00' }, apply: { kind: 'WHEN_MARKED' } },
        ],
      },
    ],
    [
      'breaks[0].span.end',
      'TIME_FORMAT',
      {
        breaks: [
          { isPaid: false, span: { kind: 'WINDOW', start: '12:00', end: 'noon' }, apply: { kind: 'WHEN_MARKED' } },
        ],
      },
    ],
    [
      'breaks[0].apply.afterWorkedMinutes',
      'NEGATIVE',
      {
        breaks: [
          {
            isPaid: false,
            span: { kind: 'DURATION', minutes: 5 },
            apply: { kind: 'AUTOMATIC', afterWorkedMinutes: -1 },
          },
        ],
      },
    ],
    ['overtime.side', 'UNKNOWN_VALUE', { overtime: { side: 'INSIDE', startsAfterMinutes: 0 } }],
    ['overtime.startsAfterMinutes', 'NEGATIVE', { overtime: { side: 'BOTH', startsAfterMinutes: -1 } }],
    ['overtime.countsFrom', 'UNKNOWN_VALUE', { overtime: { side: 'BOTH', startsAfterMinutes: 0, countsFrom: 'NOON' } }],
    [
      'overtime.dailyCapMinutes',
      'NEGATIVE',
      { overtime: { side: 'BOTH', startsAfterMinutes: 0, dailyCapMinutes: -1 } },
    ],
    [
      'overtime.weeklyCapMinutes',
      'OUT_OF_RANGE',
      { overtime: { side: 'BOTH', startsAfterMinutes: 0, weeklyCapMinutes: 10_081 } },
    ],
    [
      'overtime.workdayPercent',
      'OUT_OF_RANGE',
      { overtime: { side: 'BOTH', startsAfterMinutes: 0, workdayPercent: 1_001 } },
    ],
    [
      'overtime.weekendPercent',
      'NOT_WHOLE',
      { overtime: { side: 'BOTH', startsAfterMinutes: 0, weekendPercent: 1.5 } },
    ],
    ['overtime.holidayPercent', 'NEGATIVE', { overtime: { side: 'BOTH', startsAfterMinutes: 0, holidayPercent: -1 } }],
    [
      'checkOutClosesMinutesAfter',
      'BELOW_OVERTIME_CAP',
      { overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0, dailyCapMinutes: 241 } },
    ],
    [
      'checkOutClosesMinutesAfter',
      'BELOW_OVERTIME_CAP',
      { overtime: { side: 'BOTH', startsAfterMinutes: 0, dailyCapMinutes: 60 }, checkOutClosesMinutesAfter: 59 },
    ],
  ])('refuses %s as %s', (field, code, change) => {
    expect(issuesOf(change)).toEqual([[field, code]]);
  });

  it.each([
    [
      'limits at their ends',
      {
        checkInOpensMinutesBefore: 0,
        checkOutClosesMinutesAfter: 720,
        minimumMarkGapSeconds: 3_600,
        lateGraceMinutes: 1_440,
        absentAfterMinutes: 43_200,
      },
    ],
    ['thresholds in order', { absentBelowMinutes: 239, halfDayBelowMinutes: 240 }],
    ['one threshold alone', { absentBelowMinutes: 240 }],
    ['an automatic check-out at the window’s end', { autoCheckOut: { minutesAfterEnd: 240 } }],
    ['a cap as long as the window', { overtime: { side: 'BOTH', startsAfterMinutes: 0, dailyCapMinutes: 240 } }],
    [
      'a longer cap before the shift only',
      { overtime: { side: 'BEFORE_SHIFT', startsAfterMinutes: 0, dailyCapMinutes: 300 } },
    ],
    [
      'no cap',
      {
        overtime: {
          side: 'AFTER_SHIFT',
          startsAfterMinutes: 0,
          dailyCapMinutes: null,
          weeklyCapMinutes: 10_080,
          workdayPercent: 1_000,
        },
      },
    ],
    ['rounding to the hour, one side only', { rounding: { in: { toMinutes: 60, direction: 'UP' }, out: null } }],
    [
      'an allowance by count only',
      { monthlyLateAllowance: { occurrences: 3 }, monthlyEarlyAllowance: { minutes: 30, occurrences: null } },
    ],
    ['dates', { effectiveFrom: '2026-02-28', processFrom: '2026-01-01' }],
  ])('accepts %s', (_, change) => {
    expect(issuesOf(change)).toEqual([]);
  });

  it('reports everything that is wrong at once', () => {
    expect(issuesOf({ lateGraceMinutes: -1, pairing: 'GUESS', version: 0 })).toEqual([
      ['version', 'OUT_OF_RANGE'],
      ['pairing', 'UNKNOWN_VALUE'],
      ['lateGraceMinutes', 'NEGATIVE'],
    ]);
  });

  it('is asked again when days are built', async () => {
    const { build } = await import('../testing/scenario.js');
    expect(() => build({ policy: { lateGraceMinutes: -1 } })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: 'lateGraceMinutes' }) }),
    );
  });
});
