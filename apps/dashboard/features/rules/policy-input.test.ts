import { describe, expect, it } from 'vitest';
import { findPolicyFaults } from './policy-checks';
import { emptyBreak, toPolicyFields, withLawBreaks } from './policy-fields';
import { toPolicyInput } from './policy-input';
import { changedLevers, type PolicyLevers } from './policy-levers';

const OFF: PolicyLevers = {
  checkInOpensMinutesBefore: 60,
  checkOutClosesMinutesAfter: 240,
  pairing: 'ALTERNATING',
  hours: 'FIRST_IN_LAST_OUT',
  minimumMarkGapSeconds: 120,
  halfDayBelowMinutes: null,
  absentBelowMinutes: null,
  lateGraceMinutes: 0,
  earlyGraceMinutes: 0,
  monthlyLateAllowance: null,
  monthlyEarlyAllowance: null,
  halfDayIfLateMinutes: null,
  breaks: [],
  rounding: null,
  overtime: null,
  autoCheckOut: null,
  markOnHolidays: false,
  markOnWeeklyOffs: false,
  processFrom: null,
  absentAfterMinutes: 60,
};

const ON: PolicyLevers = {
  ...OFF,
  pairing: 'BY_KIND',
  hours: 'EVERY_PAIR',
  halfDayBelowMinutes: 300,
  absentBelowMinutes: 0,
  monthlyLateAllowance: { minutes: 30 },
  monthlyEarlyAllowance: { minutes: 10, occurrences: 2 },
  breaks: [
    {
      name: 'Lunch',
      isPaid: false,
      span: { kind: 'WINDOW', start: '12:00', end: '12:30' },
      apply: { kind: 'WHEN_MARKED' },
    },
    {
      isPaid: true,
      span: { kind: 'DURATION', minutes: 15 },
      apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 0, isGradual: true },
    },
  ],
  rounding: { in: { toMinutes: 15, direction: 'UP' }, out: null },
  overtime: { side: 'BOTH', startsAfterMinutes: 0, dailyCapMinutes: 120, holidayPercent: 200, needsApproval: true },
  autoCheckOut: { minutesAfterEnd: 0 },
  processFrom: '2026-01-01',
};

describe('a policy in the form', () => {
  it('is sent back as it was, every lever, also those that stand at zero', () => {
    expect(toPolicyInput('p', toPolicyFields(' Office ', '', ON))).toEqual({
      policyId: 'p',
      name: 'Office',
      effectiveFrom: null,
      levers: {
        ...ON,
        halfDayIfLateMinutes: null,
        monthlyLateAllowance: { minutes: 30, occurrences: null },
        breaks: [
          { name: 'Lunch', isPaid: false, start: '12:00', end: '12:30' },
          { name: null, isPaid: true, minutes: 15, afterWorkedMinutes: 0, isGradual: true },
        ],
        overtime: {
          ...ON.overtime,
          countsFrom: 'SHIFT_EDGE',
          weeklyCapMinutes: null,
          workdayPercent: 100,
          weekendPercent: 100,
        },
      },
    });
  });

  it('leaves off what is off', () => {
    expect(toPolicyInput(null, toPolicyFields('x', '2026-02-01', OFF))).toEqual({
      name: 'x',
      effectiveFrom: '2026-02-01',
      levers: OFF,
    });
  });

  it('names the levers in which two versions differ, whatever the order of their keys', () => {
    const reordered = { ...ON, monthlyEarlyAllowance: { occurrences: 2, minutes: 10 } };
    expect(changedLevers(ON, reordered)).toEqual([]);
    expect(changedLevers(ON, { ...reordered, lateGraceMinutes: 5, overtime: null })).toEqual([
      'lateGraceMinutes',
      'overtime',
    ]);
  });
});

it('finds what the rule engine would refuse', () => {
  const fields = toPolicyFields('', '', {
    ...ON,
    absentBelowMinutes: 300,
    autoCheckOut: { minutesAfterEnd: 241 },
    overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0, dailyCapMinutes: 241 },
  });
  const breaks = [
    { ...emptyBreak('a'), minutes: '' as const, afterWorkedMinutes: '' as const },
    { ...emptyBreak('b'), span: 'WINDOW' as const, start: '12:00', end: '12:00' },
  ];
  expect(Object.fromEntries(findPolicyFaults({ ...fields, breaks }))).toEqual({
    name: 'required',
    absentBelowMinutes: 'belowHalfDay',
    autoCheckOut: 'withinWindow',
    'overtime.dailyCapMinutes': 'capBeyondWindow',
    'breaks.0.minutes': 'required',
    'breaks.0.afterWorkedMinutes': 'required',
    'breaks.1.end': 'sameTimes',
  });
  expect(findPolicyFaults(toPolicyFields('Office', '', ON)).size).toBe(0);
});

describe('breaks of a law', () => {
  const law = {
    law: 'ArbZG § 4',
    steps: [
      { afterWorkedMinutes: 360, minutes: 30 },
      { afterWorkedMinutes: 540, minutes: 15 },
    ],
  };

  it('stand beside the breaks that are there, and once however often they are chosen', () => {
    const own = { ...emptyBreak('own'), name: 'Lunch' };
    const chosen = withLawBreaks(withLawBreaks([own], law), law);
    expect(chosen.map(({ name, minutes, afterWorkedMinutes }) => [name, minutes, afterWorkedMinutes])).toEqual([
      ['Lunch', 30, 360],
      ['ArbZG § 4', 30, 360],
      ['ArbZG § 4', 15, 540],
    ]);
  });

  it('are automatic and unpaid when they are stored', () => {
    const fields = toPolicyFields('Rules', '', OFF);
    const { levers } = toPolicyInput(null, { ...fields, breaks: withLawBreaks([], law) });
    expect(levers.breaks).toEqual([
      { name: 'ArbZG § 4', isPaid: false, minutes: 30, afterWorkedMinutes: 360, isGradual: false },
      { name: 'ArbZG § 4', isPaid: false, minutes: 15, afterWorkedMinutes: 540, isGradual: false },
    ]);
  });
});
