import { describe, expect, it } from 'vitest';
import type { OvertimeRule, PolicyInput } from '../index.js';
import { DAY, day, on } from '../testing/scenario.js';

const BOTH: OvertimeRule = { side: 'BOTH', startsAfterMinutes: 0 };

function overtime(rule: OvertimeRule, times: readonly string[], policy: Partial<PolicyInput> = {}) {
  return day({ marks: on(DAY, ...times), policy: { overtime: rule, ...policy } });
}

function message(record: ReturnType<typeof overtime>, rule: string): string | undefined {
  return record.trace.find((entry) => entry.rule === rule)?.message;
}

describe('overtime', () => {
  it('is off by default: time beyond the shift is worked, but no overtime', () => {
    const record = day({ marks: on(DAY, '08:30', '18:00') });
    expect([record.workedMinutes, record.overtimeMinutes]).toEqual([570, 0]);
    expect(record.overtime).toEqual({
      beforeMinutes: 0,
      afterMinutes: 0,
      minutes: 0,
      percent: 100,
      approval: 'NOT_NEEDED',
      payableMinutes: 0,
    });
  });

  it.each([
    ['BEFORE_SHIFT', 30, 0],
    ['AFTER_SHIFT', 0, 60],
    ['BOTH', 30, 60],
  ] as const)('%s counts %d min before and %d min after', (side, beforeMinutes, afterMinutes) => {
    const record = overtime({ side, startsAfterMinutes: 0 }, ['08:30', '18:00']);
    expect(record.overtime).toMatchObject({ beforeMinutes, afterMinutes, minutes: beforeMinutes + afterMinutes });
    expect(record.overtimeMinutes).toBe(beforeMinutes + afterMinutes);
    expect(record.workedMinutes).toBe(570);
  });

  it('starts after N minutes: exactly N is none, one more is all of it from the shift edge', () => {
    const rule = { ...BOTH, startsAfterMinutes: 15 };
    const none = overtime(rule, ['09:00', '17:15']);
    expect(none.overtimeMinutes).toBe(0);
    expect(message(none, 'OVERTIME_AFTER')).toBe(
      'Overtime after the shift: 15 min, 0 min counted (starts after 15 min)',
    );
    expect(overtime(rule, ['09:00', '17:16']).overtimeMinutes).toBe(16);
    const before = overtime(rule, ['08:44', '17:00']);
    expect(before.overtimeMinutes).toBe(16);
    expect(message(before, 'OVERTIME_BEFORE')).toBe(
      'Overtime before the shift: 16 min, 16 min counted (starts after 15 min)',
    );
  });

  it('can count only what exceeds the threshold', () => {
    const rule = { ...BOTH, startsAfterMinutes: 15, countsFrom: 'THRESHOLD' } as const;
    expect(overtime(rule, ['09:00', '17:40']).overtimeMinutes).toBe(25);
    expect(overtime(rule, ['09:00', '17:15']).overtimeMinutes).toBe(0);
  });

  it('is capped for the day', () => {
    const record = overtime({ ...BOTH, dailyCapMinutes: 60 }, ['08:00', '18:30']);
    expect(record.overtime).toMatchObject({ beforeMinutes: 60, afterMinutes: 90, minutes: 60, payableMinutes: 60 });
    expect(message(record, 'OVERTIME_CAPPED')).toBe('Overtime 150 min > dailyCapMinutes 60');
    const exactly = overtime({ ...BOTH, dailyCapMinutes: 60 }, ['09:00', '18:00']);
    expect(exactly.overtimeMinutes).toBe(60);
    expect(message(exactly, 'OVERTIME_CAPPED')).toBeUndefined();
    expect(overtime({ ...BOTH, dailyCapMinutes: 0 }, ['09:00', '18:00']).overtimeMinutes).toBe(0);
  });

  it('leaves out marked breaks after the shift, and is never more than was worked', () => {
    const marks = [
      { local: `${DAY}T09:00` },
      { local: `${DAY}T17:10`, kind: 'BREAK_START' as const },
      { local: `${DAY}T17:40`, kind: 'BREAK_END' as const },
      { local: `${DAY}T18:00` },
    ];
    expect(day({ marks, policy: { overtime: BOTH } }).overtimeMinutes).toBe(30);
    const breaks = [
      { isPaid: false, span: { kind: 'DURATION', minutes: 45 }, apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 0 } },
    ] as const;
    const record = overtime(BOTH, ['17:00', '18:00'], { breaks });
    expect([record.workedMinutes, record.overtimeMinutes]).toEqual([15, 15]);
  });

  it('has a percentage for workdays, weekends and holidays', () => {
    const rule = { ...BOTH, workdayPercent: 125, weekendPercent: 150, holidayPercent: 200 };
    const calendar = { holidays: [], weeklyOffs: [], leaves: [] };
    const policy = { overtime: rule, markOnHolidays: true, markOnWeeklyOffs: true };
    const marks = on(DAY, '10:00', '14:00');
    expect(overtime(rule, ['09:00', '18:00']).overtime.percent).toBe(125);
    const weekend = day({ marks, policy, calendar: { ...calendar, weeklyOffs: [{ weekday: 2 }] } });
    expect(weekend.overtime).toMatchObject({ minutes: 240, percent: 150 });
    expect(message(weekend, 'OVERTIME_DAY_OFF')).toBe('Work on a day off: all 240 min are overtime at 150 %');
    const holiday = day({
      marks,
      policy,
      calendar: { ...calendar, holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }] },
    });
    expect(holiday.overtime).toMatchObject({ minutes: 240, percent: 200 });
    const plain = { overtime: BOTH, markOnHolidays: true, markOnWeeklyOffs: true };
    expect(
      day({ marks, policy: plain, calendar: { ...calendar, weeklyOffs: [{ weekday: 2 }] } }).overtime.percent,
    ).toBe(100);
    expect(
      day({
        marks,
        policy: plain,
        calendar: { ...calendar, holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }] },
      }).overtime.percent,
    ).toBe(100);
  });

  it('the daily cap holds on days off too', () => {
    const record = day({
      marks: on(DAY, '10:00', '14:00'),
      policy: { overtime: { ...BOTH, dailyCapMinutes: 120 }, markOnWeeklyOffs: true },
      calendar: { holidays: [], weeklyOffs: [{ weekday: 2 }], leaves: [] },
    });
    expect(record.overtimeMinutes).toBe(120);
  });

  it('that needs approval is payable only as far as it was approved', () => {
    const rule = { ...BOTH, needsApproval: true };
    const pending = overtime(rule, ['09:00', '18:00']);
    expect(pending.overtime).toMatchObject({ minutes: 60, approval: 'PENDING', payableMinutes: 0 });
    expect(pending.flags).toEqual(['OVERTIME_PENDING']);
    expect(message(pending, 'OVERTIME_PENDING')).toBe('Overtime 60 min waits for approval');
    const decided = (approvedMinutes: number, workDate = DAY, shiftId = 'day') =>
      day({
        marks: on(DAY, '09:00', '18:00'),
        policy: { overtime: rule },
        overtimeApprovals: [{ workDate, shiftId, approvedMinutes }],
      });
    expect(decided(45).overtime).toMatchObject({ minutes: 60, approval: 'APPROVED', payableMinutes: 45 });
    expect(decided(90).overtime.payableMinutes).toBe(60);
    expect(decided(0).overtime).toMatchObject({ approval: 'APPROVED', payableMinutes: 0 });
    expect(decided(45).flags).toEqual([]);
    expect(message(decided(45), 'OVERTIME_APPROVED')).toBe('Overtime approved up to 45 min');
    expect(decided(45, '2026-02-11').overtime.approval).toBe('PENDING');
    expect(decided(45, DAY, 'other').overtime.approval).toBe('PENDING');
    expect(overtime(rule, ['09:00', '17:00']).overtime.approval).toBe('NOT_NEEDED');
  });

  it('says nothing about days without any', () => {
    const record = overtime(BOTH, ['09:00', '17:00']);
    expect(record.trace.some(({ rule }) => rule.startsWith('OVERTIME'))).toBe(false);
  });

  it('has none on a day without work', () => {
    const record = day({ policy: { overtime: BOTH } });
    expect(record.overtime.minutes).toBe(0);
    expect(record.trace.some(({ rule }) => rule.startsWith('OVERTIME'))).toBe(false);
  });
});
