import { describe, expect, it } from 'vitest';
import { buildPayroll, buildPeriod, type Calendar, diffDayRecords, type PeriodInput } from '../index.js';
import { build, DAY, NEXT_DAY, on, type Scenario } from '../testing/scenario.js';

const FRIDAY = '2026-02-13';
const plainDays = [DAY, NEXT_DAY, '2026-02-12'].flatMap((date) => on(date, '09:00', '17:00'));

function periodOf(scenario: Scenario, more: Partial<PeriodInput> = {}) {
  const { records } = build(scenario);
  const range = { from: scenario.from ?? DAY, to: scenario.to ?? DAY };
  const policies = [{ policyId: 'p1', version: 1 }];
  const period = buildPeriod({ employeeId: 'e1', ...range, records, policies, ...more });
  return { period, records };
}

function minutes(scenario: Scenario) {
  const { rows } = buildPayroll({ ...periodOf(scenario), payCodes: [] });
  return rows.map((row) => [row.payClass, row.leaveTypeId, row.minutes]);
}

describe('minutes of several days', () => {
  it('of one class are added up', () => {
    expect(minutes({ from: DAY, to: '2026-02-12', marks: plainDays })).toEqual([['REGULAR', null, 1_440]]);
  });

  it('a half-day leave on a weekly off takes nothing from it', () => {
    const leave = {
      leaveId: 'l',
      leaveTypeId: 'annual',
      portion: 'FIRST_HALF',
      isPaid: true,
      from: DAY,
      to: DAY,
    } as const;
    const calendar: Calendar = { holidays: [], weeklyOffs: [{ weekday: 2 }], leaves: [leave] };
    expect(minutes({ calendar })).toEqual([]);
  });
});

describe('a period', () => {
  it('includes its first day in every sum', () => {
    const { period } = periodOf({ from: DAY, to: '2026-02-12', marks: plainDays });
    expect([period.totals.workedMinutes, period.days.length]).toEqual([1_440, 3]);
    expect(period.daysByStatus.PRESENT).toBe(3);
  });

  it('is not ready while one of its days lacks a mark, whatever the others', () => {
    const marks = [...on(DAY, '09:00', '17:00'), ...on(NEXT_DAY, '09:00')];
    expect(periodOf({ from: DAY, to: NEXT_DAY, marks }).period.isReady).toBe(false);
    expect(periodOf({ from: DAY, to: FRIDAY, marks: plainDays }).period.isReady).toBe(true);
  });
});

it('a day that changes and keeps its status is no change of status', () => {
  const before = build({ marks: on(DAY, '09:00', '17:00') }).records;
  const after = build({ marks: on(DAY, '09:00', '17:30') }).records;
  const { changes, statusChanges } = diffDayRecords(before, after);
  expect([changes.length, statusChanges]).toEqual([1, []]);
});
