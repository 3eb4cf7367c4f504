import { describe, expect, it } from 'vitest';
import {
  buildDayRecords,
  buildPeriod,
  type DayRecord,
  type PeriodInput,
  type PolicyInput,
  periodLeadIn,
} from '../index.js';
import { build, inputOf } from '../testing/scenario.js';

const BOTH = { side: 'BOTH', startsAfterMinutes: 0 } as const;

/** In and out by date; a shift from 09:00 to 17:00 every day. */
function records(
  policy: Partial<PolicyInput>,
  marks: Readonly<Record<string, readonly [string, string]>>,
): readonly DayRecord[] {
  const dates = Object.keys(marks).sort();
  const list = dates.flatMap((date) => (marks[date] ?? []).map((time) => `${date}T${time}`));
  const to = dates.at(-1) ?? '';
  return build({ from: dates[0] ?? '', to, marks: list, policy, asOfLocal: '2026-12-31T00:00' }).records.filter(
    ({ workDate }) => dates.includes(workDate),
  );
}

function period(policy: Partial<PolicyInput>, list: readonly DayRecord[], more: Partial<PeriodInput> = {}) {
  return buildPeriod({
    employeeId: 'e1',
    from: '2026-02-01',
    to: '2026-02-28',
    records: list,
    policies: [{ policyId: 'p1', version: 1, ...policy }],
    ...more,
  });
}

describe('the monthly late allowance', () => {
  const policy = { monthlyLateAllowance: { minutes: 30 } };
  const late = {
    '2026-02-02': ['09:20', '17:00'],
    '2026-02-03': ['09:20', '17:00'],
    '2026-02-04': ['09:20', '17:00'],
  } as const;

  it('forgives the earliest minutes of the month first', () => {
    const { days, totals } = period(policy, records(policy, late));
    expect(
      days.map(({ excusedLateMinutes, chargeableLateMinutes }) => [excusedLateMinutes, chargeableLateMinutes]),
    ).toEqual([
      [20, 0],
      [10, 10],
      [0, 20],
    ]);
    expect([totals.lateMinutes, totals.excusedLateMinutes, totals.chargeableLateMinutes]).toEqual([60, 30, 30]);
    expect(days.map(({ trace }) => trace.map(({ message }) => message))).toEqual([
      ['Monthly allowance: 20 of 20 late minutes are excused'],
      ['Monthly allowance: 10 of 20 late minutes are excused'],
      [],
    ]);
  });

  it('editing an early day recomputes the days that follow', () => {
    const edited = { ...late, '2026-02-02': ['09:00', '17:00'] as const };
    const { days } = period(policy, records(policy, edited));
    expect(days.map(({ chargeableLateMinutes }) => chargeableLateMinutes)).toEqual([0, 0, 10]);
  });

  it('can be a number of times, or both limits', () => {
    const twice = { monthlyLateAllowance: { occurrences: 2 } };
    expect(period(twice, records(twice, late)).days.map(({ excusedLateMinutes }) => excusedLateMinutes)).toEqual([
      20, 20, 0,
    ]);
    const both = { monthlyLateAllowance: { occurrences: 1, minutes: 30 } };
    expect(period(both, records(both, late)).days.map(({ excusedLateMinutes }) => excusedLateMinutes)).toEqual([
      20, 0, 0,
    ]);
    const empty = { monthlyLateAllowance: {} };
    expect(period(empty, records(empty, late)).totals.excusedLateMinutes).toBe(0);
  });

  it('begins anew each month, and a period in mid-month knows what was used before it', () => {
    const across = {
      '2026-01-30': ['09:30', '17:00'],
      '2026-02-02': ['09:30', '17:00'],
      '2026-02-16': ['09:30', '17:00'],
    } as const;
    const list = records(policy, across);
    expect(period(policy, list).days.map(({ excusedLateMinutes }) => excusedLateMinutes)).toEqual([30, 0]);
    const second = period(policy, list, { from: '2026-02-15' });
    expect(second.days.map(({ workDate, excusedLateMinutes }) => [workDate, excusedLateMinutes])).toEqual([
      ['2026-02-16', 0],
    ]);
    expect(second.totals).toMatchObject({ lateMinutes: 30, excusedLateMinutes: 0, workedMinutes: 450 });
  });

  it('is separate from the early one, and does not touch punctual days', () => {
    const early = { monthlyEarlyAllowance: { minutes: 15 } };
    const list = records(early, { '2026-02-02': ['09:20', '16:50'], '2026-02-03': ['09:00', '16:50'] });
    const { days, totals } = period(early, list);
    expect(days.map((day) => [day.excusedLateMinutes, day.excusedEarlyMinutes, day.chargeableEarlyMinutes])).toEqual([
      [0, 10, 0],
      [0, 5, 5],
    ]);
    expect([totals.earlyMinutes, totals.excusedEarlyMinutes, totals.chargeableEarlyMinutes]).toEqual([20, 15, 5]);
    expect(days[1]?.trace.map(({ message }) => message)).toEqual([
      'Monthly allowance: 5 of 10 early minutes are excused',
    ]);
    const lateOnly = { monthlyLateAllowance: { occurrences: 1 } };
    const punctualFirst = records(lateOnly, { '2026-02-02': ['09:00', '17:00'], '2026-02-03': ['09:20', '17:00'] });
    expect(period(lateOnly, punctualFirst).days.map(({ excusedLateMinutes }) => excusedLateMinutes)).toEqual([0, 20]);
  });
});

describe('the weekly overtime cap', () => {
  const policy = { overtime: { ...BOTH, weeklyCapMinutes: 90 } };
  // Monday to Wednesday, and the Monday after.
  const week = {
    '2026-02-09': ['09:00', '18:00'],
    '2026-02-10': ['09:00', '18:00'],
    '2026-02-11': ['09:00', '18:00'],
    '2026-02-16': ['09:00', '18:00'],
  } as const;

  it('pays the earliest overtime of the week first and begins anew each week', () => {
    const { days, totals } = period(policy, records(policy, week));
    expect(days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([60, 30, 0, 60]);
    expect([totals.overtimeMinutes, totals.payableOvertimeMinutes]).toEqual([240, 150]);
    expect(days[1]?.trace.map(({ message }) => message)).toEqual([
      'Overtime 60 min, payable 30 min: weeklyCapMinutes 90, 60 min used before',
    ]);
    expect(days[0]?.trace).toEqual([]);
  });

  it('weeks start on the day the organisation says', () => {
    const weekStarts = [{ from: '2026-01-07', weekday: 3 }] as const;
    const { days } = period(policy, records(policy, week), { weekStarts });
    expect(days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([60, 30, 60, 30]);
  });

  it('another start of the week holds from its date on: weeks before stay, the one it cuts off is a week of its own', () => {
    // Wednesday 11 February begins the first week of the new kind.
    const weekStarts = [{ from: '2026-02-11', weekday: 3 }] as const;
    const { days } = period(policy, records(policy, week), { weekStarts });
    expect(days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([60, 30, 60, 30]);
    const later = [{ from: '2026-02-18', weekday: 3 }] as const;
    const before = period(policy, records(policy, week), { weekStarts: later });
    expect(before.days).toEqual(period(policy, records(policy, week)).days);
    const back = [...weekStarts, { from: '2026-02-16', weekday: 1 }] as const;
    const twice = period(policy, records(policy, week), { weekStarts: back });
    expect(twice.days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([60, 30, 60, 60]);
  });

  it.each([
    ['weekStarts[0].from', 'OTHER_WEEKDAY', [{ from: '2026-02-10', weekday: 3 }]],
    ['weekStarts[0].from', 'DATE_FORMAT', [{ from: 'soon', weekday: 3 }]],
    [
      'weekStarts[1].from',
      'NOT_ASCENDING',
      [
        { from: '2026-02-11', weekday: 3 },
        { from: '2026-02-11', weekday: 3 },
      ],
    ],
  ] as const)('refuses %s: %s', (field, code, weekStarts) => {
    expect(() => period(policy, records(policy, week), { weekStarts })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field, code }) }),
    );
  });

  it('knows the week that began before the period', () => {
    const list = records(policy, { '2026-01-31': ['09:00', '18:00'], '2026-02-01': ['09:00', '18:00'] });
    expect(period(policy, list).days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([30]);
  });

  it('counts only what is payable at all, and nothing without a cap', () => {
    const uncapped = { overtime: BOTH };
    expect(period(uncapped, records(uncapped, week)).totals.payableOvertimeMinutes).toBe(240);
    const approval = { overtime: { ...BOTH, weeklyCapMinutes: 90, needsApproval: true } };
    const input = inputOf({
      from: '2026-02-09',
      to: '2026-02-11',
      policy: approval,
      marks: ['09', '10', '11'].flatMap((day) => [`2026-02-${day}T09:00`, `2026-02-${day}T18:00`]),
      overtimeApprovals: [{ workDate: '2026-02-11', shiftId: 'day', approvedMinutes: 50 }],
    });
    const { days } = period(approval, buildDayRecords(input).records);
    expect(days.map(({ payableOvertimeMinutes }) => payableOvertimeMinutes)).toEqual([0, 0, 50]);
  });

  it('carries the percentage of each day', () => {
    const rule = { overtime: { ...BOTH, workdayPercent: 125 } };
    expect(period(rule, records(rule, week)).days[0]?.overtimePercent).toBe(125);
  });
});

describe('a period', () => {
  it('sums its days, counts statuses, and is ready when nothing is open', () => {
    const list = records({}, { '2026-02-02': ['09:00', '17:00'], '2026-02-03': ['09:00', '16:00'] });
    const result = period({}, list);
    expect(result.totals).toEqual({
      scheduledMinutes: 960,
      workedMinutes: 900,
      breakMinutes: 0,
      lateMinutes: 0,
      excusedLateMinutes: 0,
      chargeableLateMinutes: 0,
      earlyMinutes: 60,
      excusedEarlyMinutes: 0,
      chargeableEarlyMinutes: 60,
      overtimeMinutes: 0,
      payableOvertimeMinutes: 0,
    });
    expect(result.daysByStatus).toMatchObject({ PRESENT: 2, ABSENT: 0 });
    expect(result.isReady).toBe(true);
  });

  it('is not ready with a missing mark or an open day', () => {
    const missing = build({ from: '2026-02-10', marks: ['2026-02-10T09:00'] }).records;
    expect(missing[0]?.isFinal).toBe(true);
    expect(period({}, missing).isReady).toBe(false);
    const open = build({ from: '2026-02-10', asOfLocal: '2026-02-10T12:00' }).records;
    expect(period({}, open).isReady).toBe(false);
  });

  it('takes its records in any order and leaves out those beyond it', () => {
    const list = records(
      {},
      { '2026-02-02': ['09:00', '17:00'], '2026-02-03': ['09:00', '17:00'], '2026-03-01': ['09:00', '17:00'] },
    );
    const result = period({}, [...list].reverse());
    expect(result.days.map(({ workDate }) => workDate)).toEqual(['2026-02-02', '2026-02-03']);
    expect(result.totals.workedMinutes).toBe(960);
  });

  it.each([
    ['2026-02-01', 1, '2026-01-26'],
    ['2026-02-10', 1, '2026-02-01'],
    ['2026-06-01', 1, '2026-06-01'],
    ['2026-03-01', 7, '2026-03-01'],
    ['2026-05-01', 7, '2026-04-26'],
  ] as const)('from %s with weeks starting on %d needs records from %s', (from, weekStartsOn, expected) => {
    const since = { 1: '2026-01-05', 7: '2026-01-04' }[weekStartsOn];
    expect(periodLeadIn(from, [{ from: since, weekday: weekStartsOn }])).toBe(expected);
    if (weekStartsOn === 1) expect(periodLeadIn(from)).toBe(expected);
  });

  it.each([
    ['to', 'RANGE_REVERSED', { to: '2026-01-01' }],
    ['from', 'DATE_FORMAT', { from: 'x' }],
    ['to', 'DATE_FORMAT', { to: '2026' }],
    ['records[0].employeeId', 'OTHER_EMPLOYEE', { employeeId: 'e2' }],
    ['policies', 'POLICY_MISSING', { policies: [] }],
    ['policies', 'POLICY_MISSING', { policies: [{ policyId: 'p1', version: 2 }] }],
  ])('refuses %s: %s', (field, code, more) => {
    const list = records({}, { '2026-02-02': ['09:00', '17:00'] });
    expect(() => period({}, list, more as Partial<PeriodInput>)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field, code }) }),
    );
  });
});
