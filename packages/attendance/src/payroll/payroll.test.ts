import { describe, expect, it } from 'vitest';
import {
  buildDayRecords,
  buildPayroll,
  buildPeriod,
  type Calendar,
  type DayRecordsInput,
  PAYROLL_PROFILES,
  type PayCode,
  type PayrollRow,
  payrollCells,
  retroDeltas,
} from '../index.js';
import { PEOPLE } from '../testing/people.js';
import { DAY, inputOf, NEXT_DAY, on, type Scenario } from '../testing/scenario.js';

const CODES: readonly PayCode[] = [
  { payClass: 'REGULAR', code: '100' },
  { payClass: 'OVERTIME', code: '200' },
  { payClass: 'OVERTIME', percent: 150, code: '250' },
  { payClass: 'PAID_LEAVE', code: '300' },
  { payClass: 'PAID_LEAVE', leaveTypeId: 'sick', code: '310' },
];

function payroll(input: DayRecordsInput, payCodes: readonly PayCode[] = CODES) {
  const { records } = buildDayRecords(input);
  const { employeeId } = input.employee;
  const period = buildPeriod({ employeeId, from: input.from, to: input.to, records, policies: input.policies });
  return { records, ...buildPayroll({ period, records, payCodes }) };
}

/** `class percent leave = minutes` of each row. */
function classes(scenario: Scenario): readonly string[] {
  const { rows } = payroll(inputOf(scenario));
  return rows.map(({ payClass, percent, leaveTypeId, minutes }) =>
    [payClass, percent === 100 ? '' : percent, leaveTypeId ?? '', minutes].filter((part) => part !== '').join(' '),
  );
}

const calendar = (more: Partial<Calendar>): Calendar => ({ holidays: [], weeklyOffs: [], leaves: [], ...more });
const leave = (portion: 'FULL' | 'FIRST_HALF' | 'SECOND_HALF', more = {}) => ({
  leaveId: 'l1',
  leaveTypeId: 'annual',
  from: DAY,
  to: DAY,
  portion,
  isPaid: true,
  ...more,
});

describe('minutes by class', () => {
  const overtime = { side: 'BOTH', startsAfterMinutes: 0 } as const;

  it.each([
    ['a plain day', { marks: on(DAY, '09:00', '17:00') }, ['REGULAR 480']],
    ['late and early minutes', { marks: on(DAY, '09:10', '16:40') }, ['REGULAR 450', 'LATE 10', 'EARLY_EXIT 20']],
    [
      'overtime',
      { marks: on(DAY, '09:00', '18:00'), policy: { overtime: { ...overtime, workdayPercent: 150 } } },
      ['REGULAR 480', 'OVERTIME 150 60'],
    ],
    ['time beyond the shift without overtime', { marks: on(DAY, '09:00', '18:00') }, ['REGULAR 540']],
    [
      'overtime beyond the daily cap',
      { marks: on(DAY, '09:00', '18:00'), policy: { overtime: { ...overtime, dailyCapMinutes: 20 } } },
      ['REGULAR 480', 'OVERTIME 20', 'UNPAID_OVERTIME 40'],
    ],
    [
      'overtime beyond the weekly cap',
      { marks: on(DAY, '09:00', '18:00'), policy: { overtime: { ...overtime, weeklyCapMinutes: 45 } } },
      ['REGULAR 480', 'OVERTIME 45', 'UNPAID_OVERTIME 15'],
    ],
    [
      'overtime that nobody approved',
      { marks: on(DAY, '09:00', '18:00'), policy: { overtime: { ...overtime, needsApproval: true } } },
      ['REGULAR 480', 'UNPAID_OVERTIME 60'],
    ],
    [
      'overtime below its threshold is regular',
      { marks: on(DAY, '09:00', '17:10'), policy: { overtime: { ...overtime, startsAfterMinutes: 15 } } },
      ['REGULAR 490'],
    ],
    ['an absence', {}, ['ABSENT 480']],
    [
      'an absence of someone who came',
      { marks: on(DAY, '09:00', '10:00'), policy: { absentBelowMinutes: 240 } },
      ['REGULAR 60', 'ABSENT 420'],
    ],
    [
      'an absence of someone who came for longer than the shift',
      { marks: on(DAY, '09:00', '17:30'), policy: { absentBelowMinutes: 600 } },
      ['REGULAR 510'],
    ],
    ['a missing mark', { marks: on(DAY, '09:00', '12:00', '13:00') }, ['UNRESOLVED 180']],
    ['a missing mark late', { marks: on(DAY, '09:10', '12:00', '13:00') }, ['UNRESOLVED 170', 'LATE 10']],
    ['an open day', { marks: on(DAY, '09:00', '12:00'), asOfLocal: `${DAY}T13:00` }, ['UNRESOLVED 180']],
    ['paid leave', { calendar: calendar({ leaves: [leave('FULL')] }) }, ['PAID_LEAVE annual 480']],
    [
      'unpaid leave',
      { calendar: calendar({ leaves: [leave('FULL', { isPaid: false })] }) },
      ['UNPAID_LEAVE annual 480'],
    ],
    [
      'half a leave and half a day',
      { marks: on(DAY, '13:00', '17:00'), calendar: calendar({ leaves: [leave('FIRST_HALF')] }) },
      ['REGULAR 240', 'PAID_LEAVE annual 240'],
    ],
    [
      'half a leave and an absence',
      { calendar: calendar({ leaves: [leave('FIRST_HALF')] }) },
      ['PAID_LEAVE annual 240', 'ABSENT 240'],
    ],
    [
      'two half leaves',
      {
        calendar: calendar({
          leaves: [leave('FIRST_HALF'), leave('SECOND_HALF', { leaveId: 'l2', leaveTypeId: 'sick' })],
        }),
      },
      ['PAID_LEAVE annual 240', 'PAID_LEAVE sick 240'],
    ],
    [
      'two whole leaves are not two days',
      { calendar: calendar({ leaves: [leave('FULL'), leave('FULL', { leaveId: 'l2', leaveTypeId: 'sick' })] }) },
      ['PAID_LEAVE annual 480'],
    ],
    ['a holiday', { calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'FULL' }] }) }, ['HOLIDAY 480']],
    [
      'a holiday inside a leave',
      { calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'FULL' }], leaves: [leave('FULL')] }) },
      ['PAID_LEAVE annual 480'],
    ],
    [
      'half a leave on a holiday takes nothing',
      { calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'FULL' }], leaves: [leave('FIRST_HALF')] }) },
      ['HOLIDAY 480'],
    ],
    [
      'half a leave on a weekly off takes nothing',
      { calendar: calendar({ weeklyOffs: [{ weekday: 2 }], leaves: [leave('FIRST_HALF')] }) },
      [],
    ],
    [
      'half a holiday',
      {
        marks: on(DAY, '09:00', '13:00'),
        calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'SECOND_HALF' }] }),
      },
      ['REGULAR 240', 'HOLIDAY 240'],
    ],
    [
      'half a holiday and a whole leave',
      { calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'SECOND_HALF' }], leaves: [leave('FULL')] }) },
      ['PAID_LEAVE annual 240', 'HOLIDAY 240'],
    ],
    [
      'half a holiday and an absence',
      { calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'SECOND_HALF' }] }) },
      ['HOLIDAY 240', 'ABSENT 240'],
    ],
    ['a weekly off', { calendar: calendar({ weeklyOffs: [{ weekday: 2 }] }) }, []],
    [
      'work on a weekly off',
      {
        marks: on(DAY, '10:00', '14:00'),
        policy: { markOnWeeklyOffs: true, overtime: { ...overtime, weekendPercent: 200 } },
        calendar: calendar({ weeklyOffs: [{ weekday: 2 }] }),
      },
      ['OVERTIME 200 240'],
    ],
    [
      'work on a holiday',
      {
        marks: on(DAY, '10:00', '14:00'),
        policy: { markOnHolidays: true, overtime: { ...overtime, holidayPercent: 200 } },
        calendar: calendar({ holidays: [{ date: DAY, name: 'F', portion: 'FULL' }] }),
      },
      ['OVERTIME 200 240', 'HOLIDAY 480'],
    ],
  ] as const)('%s', (_, scenario, expected) => {
    expect(classes(scenario as Scenario)).toEqual(expected);
  });

  it('sum over the days of the period, in order of class, percent and leave type', () => {
    const scenario: Scenario = {
      from: '2026-02-09',
      to: '2026-02-12',
      marks: [...on(DAY, '09:00', '18:00'), ...on(NEXT_DAY, '09:00', '17:00')],
      policy: { overtime: { ...overtime, holidayPercent: 200 }, markOnHolidays: true },
      calendar: calendar({
        holidays: [{ date: NEXT_DAY, name: 'F', portion: 'FULL' }],
        leaves: [
          leave('FULL', { from: '2026-02-09', to: '2026-02-09', leaveTypeId: 'sick' }),
          leave('FULL', { leaveId: 'l2', from: '2026-02-12', to: '2026-02-12' }),
        ],
      }),
    };
    expect(classes(scenario)).toEqual([
      'REGULAR 480',
      'OVERTIME 60',
      'OVERTIME 200 480',
      'PAID_LEAVE annual 480',
      'PAID_LEAVE sick 480',
      'HOLIDAY 480',
    ]);
    const { totalsByClass } = payroll(inputOf(scenario));
    expect(totalsByClass).toMatchObject({ REGULAR: 480, OVERTIME: 540, PAID_LEAVE: 960, HOLIDAY: 480, ABSENT: 0 });
  });

  it('refuse a period without its records', () => {
    const input = inputOf({});
    const { records } = buildDayRecords(input);
    const period = buildPeriod({ employeeId: 'e1', from: DAY, to: DAY, records, policies: input.policies });
    const refusal = expect.objectContaining({
      details: expect.objectContaining({ field: 'records', code: 'RECORD_MISSING' }),
    });
    expect(() => buildPayroll({ period, records: [], payCodes: [] })).toThrow(refusal);
    const others = records.map((record) => ({ ...record, employeeId: 'e2' }));
    expect(() => buildPayroll({ period, records: others, payCodes: [] })).toThrow(refusal);
  });
});

describe('pay codes', () => {
  const overtime = { side: 'BOTH', startsAfterMinutes: 0 } as const;

  it('the most exact code counts, and classes without one are named', () => {
    const scenario = inputOf({
      from: '2026-02-09',
      to: '2026-02-12',
      marks: on(DAY, '09:00', '18:00'),
      policy: { overtime: { ...overtime, workdayPercent: 150 } },
      calendar: calendar({
        leaves: [
          leave('FULL', { from: '2026-02-09', to: '2026-02-09', leaveTypeId: 'sick' }),
          leave('FULL', { leaveId: 'l2', from: NEXT_DAY, to: NEXT_DAY }),
        ],
      }),
    });
    const { rows, unmapped } = payroll(scenario);
    expect(rows.map(({ payClass, payCode }) => [payClass, payCode])).toEqual([
      ['REGULAR', '100'],
      ['OVERTIME', '250'],
      ['PAID_LEAVE', '300'],
      ['PAID_LEAVE', '310'],
      ['ABSENT', null],
    ]);
    expect(unmapped).toEqual(['ABSENT']);
    const reversed = payroll(scenario, [...CODES].reverse());
    expect(reversed.rows).toEqual(rows);
  });

  it('a general code takes what no exact one fits', () => {
    const { rows } = payroll(inputOf({ marks: on(DAY, '09:00', '18:00'), policy: { overtime } }));
    expect(rows.map(({ payCode }) => payCode)).toEqual(['100', '200']);
    expect(payroll(inputOf({ marks: on(DAY, '09:00', '17:00') }), []).unmapped).toEqual(['REGULAR']);
    expect(payroll(inputOf({ marks: on(DAY, '09:00', '17:00') })).unmapped).toEqual([]);
  });
});

describe('retro deltas', () => {
  const row = (more: Partial<PayrollRow>): PayrollRow => ({
    employeeId: 'e1',
    from: '2026-02-01',
    to: '2026-02-28',
    payClass: 'REGULAR',
    percent: 100,
    leaveTypeId: null,
    payCode: '100',
    minutes: 480,
    ...more,
  });

  it('a correction after the hand-over leaves as the difference, nothing where nothing changed', () => {
    const paid = payroll(inputOf({ marks: on(DAY, '09:00') })).rows;
    const now = payroll(
      inputOf({ marks: [...on(DAY, '09:00'), { local: `${DAY}T17:00`, source: 'CORRECTION' }] }),
    ).rows;
    expect(retroDeltas(paid, now)).toEqual([
      {
        employeeId: 'e1',
        from: DAY,
        to: DAY,
        payClass: 'REGULAR',
        percent: 100,
        leaveTypeId: null,
        payCode: '100',
        beforeMinutes: 0,
        afterMinutes: 480,
        deltaMinutes: 480,
      },
    ]);
    expect(retroDeltas(now, now)).toEqual([]);
  });

  it('takes back what is no longer due', () => {
    expect(
      retroDeltas([row({})], []).map(({ beforeMinutes, afterMinutes, deltaMinutes }) => [
        beforeMinutes,
        afterMinutes,
        deltaMinutes,
      ]),
    ).toEqual([[480, 0, -480]]);
  });

  it('tells every part of a row apart, adds up equal ones and is in order', () => {
    const paid = [row({}), row({}), row({ payCode: null }), row({ payClass: 'OVERTIME', percent: 150 })];
    const now = [
      row({ minutes: 900 }),
      row({ payClass: 'OVERTIME', percent: 125 }),
      row({ employeeId: 'e0' }),
      row({ from: '2026-01-01' }),
      row({ to: '2026-02-15' }),
      row({ payClass: 'PAID_LEAVE', leaveTypeId: 'sick' }),
      row({ payClass: 'PAID_LEAVE', leaveTypeId: 'annual' }),
    ];
    const deltas = retroDeltas(paid, now);
    expect(
      deltas.map(({ employeeId, from, to, payClass, percent, leaveTypeId, payCode, deltaMinutes }) =>
        [employeeId, from, to, payClass, percent, leaveTypeId, payCode, deltaMinutes].join(' '),
      ),
    ).toEqual([
      'e0 2026-02-01 2026-02-28 REGULAR 100  100 480',
      'e1 2026-01-01 2026-02-28 REGULAR 100  100 480',
      'e1 2026-02-01 2026-02-15 REGULAR 100  100 480',
      'e1 2026-02-01 2026-02-28 REGULAR 100   -480',
      'e1 2026-02-01 2026-02-28 REGULAR 100  100 -60',
      'e1 2026-02-01 2026-02-28 OVERTIME 125  100 480',
      'e1 2026-02-01 2026-02-28 OVERTIME 150  100 -480',
      'e1 2026-02-01 2026-02-28 PAID_LEAVE 100 annual 100 480',
      'e1 2026-02-01 2026-02-28 PAID_LEAVE 100 sick 100 480',
    ]);
    const sum = (rows: readonly { minutes: number }[]) => rows.reduce((total, { minutes }) => total + minutes, 0);
    expect(sum(paid) + deltas.reduce((total, { deltaMinutes }) => total + deltaMinutes, 0)).toBe(sum(now));
  });
});

describe('column profiles', () => {
  const row: PayrollRow = {
    employeeId: 'e2',
    from: '2026-02-01',
    to: '2026-02-28',
    payClass: 'PAID_LEAVE',
    percent: 100,
    leaveTypeId: 'sick',
    payCode: '310',
    minutes: 500,
  };
  const person = PEOPLE[1] ?? PEOPLE[0];

  it.each([
    ['GENERIC', ['001', 'Ben', '2026-02-01', '2026-02-28', 'PAID_LEAVE', '310', 100, 'sick', 500]],
    ['ADP_LIKE', ['001', 'Ben', '2026-02-28', '310', 8.33]],
    ['DATEV_LIKE', ['001', '2026-02-28', '310', 8.33, 100]],
  ] as const)('%s', (name, cells) => {
    if (person === undefined) throw new Error('no person');
    expect(payrollCells(PAYROLL_PROFILES[name], row, person)).toEqual(cells);
    expect(PAYROLL_PROFILES[name].columns.map(({ header }) => header).every((header) => header.length > 0)).toBe(true);
    expect(PAYROLL_PROFILES[name].columns).toHaveLength(cells.length);
  });

  it('leaves cells empty that have nothing', () => {
    if (person === undefined) throw new Error('no person');
    const cells = payrollCells(PAYROLL_PROFILES.GENERIC, { ...row, payCode: null, leaveTypeId: null }, person);
    expect([cells[5], cells[7]]).toEqual(['', '']);
  });
});
