import { describe, expect, it } from 'vitest';
import {
  type DayRecordsInput,
  type Shift,
  type ShiftAssignment,
  validateAssignments,
  validateShift,
} from '../index.js';
import { build, DAY, inputOf, NEXT_DAY, type Scenario } from '../testing/scenario.js';

const shift = (shiftId: string, start: string, end: string, more: Partial<Shift> = {}): Shift => ({
  shiftId,
  start,
  end,
  policyId: 'p1',
  ...more,
});

function assignment(
  shiftId: string,
  from = DAY,
  to: string | null = null,
  more: Partial<ShiftAssignment> = {},
): ShiftAssignment {
  return {
    assignmentId: `${shiftId}-${from}`,
    employeeId: 'e1',
    from,
    to,
    schedule: { kind: 'SHIFT', shiftId },
    ...more,
  };
}

function rotation(anchorDate: string, slots: readonly (readonly string[])[], from = DAY): ShiftAssignment {
  return { ...assignment('rotation', from), schedule: { kind: 'ROTATION', anchorDate, slots } };
}

/** `date shift status` of each record. */
function days(scenario: Scenario): readonly string[] {
  return build(scenario).records.map(({ workDate, shiftId, status }) => `${workDate.slice(8)} ${shiftId} ${status}`);
}

function refusal(field: string, code: string) {
  return expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field, code }) });
}

describe('patterns', () => {
  it('a weekly pattern is off on the other weekdays', () => {
    const pattern = { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } as const;
    expect(days({ from: '2026-02-13', to: '2026-02-16', shift: { pattern } })).toEqual([
      '13 day ABSENT',
      '14 day WEEKLY_OFF',
      '15 day WEEKLY_OFF',
      '16 day ABSENT',
    ]);
  });

  it('a cycle counts from its anchor in both directions', () => {
    const pattern = { kind: 'CYCLE', anchorDate: '2026-02-12', lengthDays: 4, workDays: [0, 1] } as const;
    expect(days({ from: '2026-02-09', to: '2026-02-16', shift: { pattern } })).toEqual([
      '09 day ABSENT',
      '10 day WEEKLY_OFF',
      '11 day WEEKLY_OFF',
      '12 day ABSENT',
      '13 day ABSENT',
      '14 day WEEKLY_OFF',
      '15 day WEEKLY_OFF',
      '16 day ABSENT',
    ]);
  });

  it('every day is every day', () => {
    expect(days({ from: DAY, to: NEXT_DAY, shift: { pattern: { kind: 'EVERY_DAY' } } })).toEqual([
      '10 day ABSENT',
      '11 day ABSENT',
    ]);
  });
});

describe('assignments', () => {
  const shifts = [shift('early', '06:00', '14:00'), shift('late', '14:30', '22:00'), shift('night', '22:30', '05:30')];

  it('a rotation names the shifts of each day, and a day off belongs to the shift before it', () => {
    const slots = [['early'], ['late'], ['night'], [], []];
    expect(
      days({ from: '2026-02-09', to: '2026-02-14', shifts, assignments: [rotation(DAY, slots, '2026-02-01')] }),
    ).toEqual([
      '09 night WEEKLY_OFF',
      '10 early ABSENT',
      '11 late ABSENT',
      '12 night ABSENT',
      '13 night WEEKLY_OFF',
      '14 night WEEKLY_OFF',
    ]);
  });

  it('a slot may hold several shifts, in order of their start', () => {
    expect(days({ shifts, assignments: [rotation(DAY, [['late', 'early']])] })).toEqual([
      '10 early ABSENT',
      '10 late ABSENT',
    ]);
  });

  it('a rotation without any shift rosters nothing', () => {
    expect(days({ shifts, assignments: [rotation(DAY, [[], []])] })).toEqual([]);
  });

  it('a date range is inclusive at both ends', () => {
    const assignments = [assignment('early', NEXT_DAY, '2026-02-12')];
    expect(days({ from: DAY, to: '2026-02-13', shifts, assignments })).toEqual(['11 early ABSENT', '12 early ABSENT']);
  });

  it('the default shift fills dates without an assignment, by its own pattern', () => {
    const employee = {
      employeeId: 'e1',
      homeTimeZone: 'Europe/Berlin',
      sites: [{ siteId: 's1' }],
      defaultShiftId: 'early',
    };
    const assignments = [assignment('late', NEXT_DAY, NEXT_DAY)];
    const patterned = [
      shift('early', '06:00', '14:00', { pattern: { kind: 'WEEKLY', weekdays: [2] } }),
      ...shifts.slice(1),
    ];
    expect(days({ from: DAY, to: '2026-02-12', shifts: patterned, assignments, employee })).toEqual([
      '10 early ABSENT',
      '11 late ABSENT',
      '12 early WEEKLY_OFF',
    ]);
  });

  it('shifts of other weekdays make no day off beside a worked one, and a full day off is one record', () => {
    const weekly = [
      shift('a', '06:00', '10:00', { pattern: { kind: 'WEEKLY', weekdays: [2, 4] } }),
      shift('b', '05:00', '12:00', { pattern: { kind: 'WEEKLY', weekdays: [3] } }),
    ];
    const assignments = [assignment('a', '2026-02-01'), assignment('b', '2026-02-01')];
    expect(days({ from: DAY, to: '2026-02-13', shifts: weekly, assignments })).toEqual([
      '10 a ABSENT',
      '11 b ABSENT',
      '12 a ABSENT',
      '13 b WEEKLY_OFF',
    ]);
  });

  it('an assignment may name its own site', () => {
    const sites = [
      { siteId: 's1', timeZone: 'Europe/Berlin' },
      { siteId: 's2', timeZone: 'Asia/Kolkata' },
    ];
    const { records } = build({ shifts, sites, assignments: [assignment('early', DAY, null, { siteId: 's2' })] });
    expect(records.map(({ siteId, timeZone }) => [siteId, timeZone])).toEqual([['s2', 'Asia/Kolkata']]);
  });

  it('of the sites that cover a date the last one counts', () => {
    const sites = ['s1', 's2'].map((siteId) => ({ siteId, timeZone: 'Europe/Berlin' }));
    const employee = {
      employeeId: 'e1',
      homeTimeZone: 'Europe/Berlin',
      sites: [{ siteId: 's1' }, { siteId: 's2', from: NEXT_DAY }],
    };
    const { records } = build({ from: DAY, to: NEXT_DAY, sites, employee });
    expect(records.map(({ siteId }) => siteId)).toEqual(['s1', 's2']);
  });
});

describe('policy versions', () => {
  it('each date is judged by the version in force, the highest of equals', () => {
    const { records } = build({
      from: '2026-02-09',
      to: '2026-02-12',
      policies: [
        { policyId: 'p1', version: 2, effectiveFrom: DAY },
        { policyId: 'p1', version: 1 },
        { policyId: 'p1', version: 3, effectiveFrom: '2026-02-12' },
        { policyId: 'p1', version: 4, effectiveFrom: '2026-02-12' },
        { policyId: 'p2', version: 9 },
      ],
    });
    expect(records.map(({ policyId, policyVersion }) => [policyId, policyVersion])).toEqual([
      ['p1', 1],
      ['p1', 2],
      ['p1', 2],
      ['p1', 4],
    ]);
    expect(records[0]?.trace[0]?.message).toBe('Judged by policy p1 version 1');
  });
});

describe('what is named but not given', () => {
  it.each([
    ['shifts', 'SHIFT_MISSING', { assignments: [assignment('ghost')] }],
    ['shifts', 'SHIFT_MISSING', { assignments: [rotation(DAY, [['ghost']])] }],
    ['policies', 'POLICY_MISSING', { policies: [] }],
    ['policies', 'POLICY_MISSING', { policies: [{ policyId: 'p1', version: 1, effectiveFrom: '2026-02-12' }] }],
    ['sites', 'SITE_MISSING', { sites: [] }],
    [
      'sites',
      'SITE_MISSING',
      { employee: { employeeId: 'e1', homeTimeZone: 'Europe/Berlin', sites: [{ siteId: 's1', to: '2026-02-09' }] } },
    ],
  ] as const)('%s: %s', (field, code, scenario) => {
    expect(() => build(scenario as Scenario)).toThrow(refusal(field, code));
  });
});

describe('the frame of the input', () => {
  const input = inputOf({});

  it.each([
    ['from', 'DATE_FORMAT', { from: '10.02.2026' }],
    ['to', 'DATE_UNKNOWN', { to: '2026-02-30' }],
    ['to', 'RANGE_REVERSED', { to: '2026-02-09' }],
    ['to', 'RANGE_TOO_LONG', { to: '2036-02-18' }],
    ['asOf', 'INSTANT_FORMAT', { asOf: '2026-02-10' }],
    ['employee.homeTimeZone', 'TIME_ZONE_UNKNOWN', { employee: { ...input.employee, homeTimeZone: 'Mars/Olympus' } }],
    ['sites[0].timeZone', 'TIME_ZONE_UNKNOWN', { sites: [{ siteId: 's1', timeZone: '+01:00' }] }],
    ['shifts[0].end', 'START_EQUALS_END', { shifts: [shift('day', '09:00', '09:00')] }],
    [
      'assignments[0].employeeId',
      'OTHER_EMPLOYEE',
      { assignments: [assignment('day', DAY, null, { employeeId: 'e2' })] },
    ],
    ['policies', 'POLICY_MISSING', { policies: [] }],
    ['refusedAttempts[0].at', 'INSTANT_FORMAT', { refusedAttempts: [{ attemptId: 'r', at: 'x', outcome: 'NO_FACE' }] }],
  ])('%s: %s', async (field, code, change) => {
    const { buildDayRecords } = await import('../index.js');
    expect(() => buildDayRecords({ ...input, ...change } as DayRecordsInput)).toThrow(refusal(field, code));
  });

  it('allows ten years and not a day more', () => {
    expect(() => build({ assignments: [], from: DAY, to: '2036-02-17' })).not.toThrow();
  });
});

describe('validateShift', () => {
  it.each([
    ['start', 'TIME_FORMAT', { start: '9:00' }],
    ['end', 'TIME_FORMAT', { end: '25:00' }],
    ['end', 'START_EQUALS_END', { end: '09:00' }],
    ['pattern.weekdays', 'NO_WORKING_DAY', { pattern: { kind: 'WEEKLY', weekdays: [] } }],
    ['pattern.weekdays[1]', 'OUT_OF_RANGE', { pattern: { kind: 'WEEKLY', weekdays: [1, 8] } }],
    ['pattern.weekdays[0]', 'OUT_OF_RANGE', { pattern: { kind: 'WEEKLY', weekdays: [0] } }],
    [
      'pattern.anchorDate',
      'DATE_UNKNOWN',
      { pattern: { kind: 'CYCLE', anchorDate: '2026-13-01', lengthDays: 2, workDays: [0] } },
    ],
    [
      'pattern.lengthDays',
      'OUT_OF_RANGE',
      { pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 367, workDays: [0] } },
    ],
    [
      'pattern.workDays',
      'NO_WORKING_DAY',
      { pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 2, workDays: [] } },
    ],
    [
      'pattern.workDays[0]',
      'OUT_OF_RANGE',
      { pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 2, workDays: [2] } },
    ],
  ])('refuses %s as %s', (field, code, change) => {
    expect(() => validateShift({ ...shift('s', '09:00', '17:00'), ...change } as Shift)).toThrow(refusal(field, code));
  });

  it('accepts day, night and every kind of pattern', () => {
    const patterns = [
      undefined,
      { kind: 'EVERY_DAY' },
      { kind: 'WEEKLY', weekdays: [1, 7] },
      { kind: 'CYCLE', anchorDate: DAY, lengthDays: 366, workDays: [0, 365] },
    ] as const;
    for (const pattern of patterns) {
      expect(() => validateShift(shift('s', '22:00', '06:00', pattern === undefined ? {} : { pattern }))).not.toThrow();
    }
  });
});

describe('validateAssignments', () => {
  const shifts = [
    shift('early', '06:00', '14:00'),
    shift('late', '13:00', '21:00'),
    shift('night', '22:00', '06:00'),
    shift('pm', '14:00', '18:00'),
  ];
  const validate = (
    assignments: readonly ShiftAssignment[],
    more: readonly Shift[] = [],
    defaultShiftId: string | null = null,
  ) => validateAssignments({ employee: { defaultShiftId }, assignments, shifts: [...shifts, ...more] });
  const overlap = (date: string, ...shiftIds: string[]) =>
    expect.objectContaining({ code: 'SHIFT_OVERLAP', details: { date, shiftIds } });

  it('refuses hours that overlap on a date, naming it and both shifts', () => {
    expect(() => validate([assignment('early'), assignment('late', NEXT_DAY)])).toThrow(
      overlap(NEXT_DAY, 'early', 'late'),
    );
  });

  it('allows several shifts a day that only touch', () => {
    expect(() => validate([assignment('early'), assignment('pm')])).not.toThrow();
    expect(() => validate([assignment('early'), assignment('night')])).not.toThrow();
  });

  it('refuses a night that runs into the next morning, also across two assignments', () => {
    const five = shift('five', '05:00', '09:00');
    expect(() => validate([assignment('night'), assignment('five')], [five])).toThrow(
      overlap(NEXT_DAY, 'night', 'five'),
    );
    expect(() => validate([assignment('night', DAY, DAY), assignment('five', NEXT_DAY)], [five])).toThrow(
      overlap(NEXT_DAY, 'night', 'five'),
    );
    expect(() => validate([assignment('night', DAY, DAY), assignment('five', '2026-02-12')], [five])).not.toThrow();
  });

  it('refuses the same shift twice', () => {
    expect(() => validate([assignment('early', DAY), assignment('early', NEXT_DAY)])).toThrow(
      overlap(NEXT_DAY, 'early', 'early'),
    );
  });

  it('finds cycles that meet only after months', () => {
    const cycle = (shiftId: string, lengthDays: number, day: number) =>
      shift(shiftId, '09:00', '10:00', { pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays, workDays: [day] } });
    const meeting = [cycle('x', 11, 10), cycle('y', 13, 12)];
    expect(() => validate([assignment('x'), assignment('y')], meeting)).toThrow(overlap('2026-07-02', 'x', 'y'));
    const apart = [cycle('x', 4, 0), cycle('y', 6, 1)];
    expect(() => validate([assignment('x'), assignment('y')], apart)).not.toThrow();
  });

  it('finds weekly patterns and rotations that meet', () => {
    const sunday = shift('sunday', '05:00', '07:00', { pattern: { kind: 'WEEKLY', weekdays: [7] } });
    const nights = rotation(DAY, [['night'], [], []]);
    expect(() => validate([nights, assignment('sunday')], [sunday])).toThrow(overlap('2026-03-01', 'night', 'sunday'));
    expect(() => validate([rotation(DAY, [['early', 'late']])])).toThrow(overlap(DAY, 'early', 'late'));
  });

  it('checks the default shift where no assignment covers', () => {
    const five = shift('five', '05:00', '09:00');
    expect(() => validate([assignment('night', DAY, DAY)], [five], 'five')).toThrow(overlap(NEXT_DAY, 'night', 'five'));
    expect(() => validate([assignment('early', DAY, DAY)], [five], 'five')).not.toThrow();
    expect(() => validate([assignment('five', DAY, DAY)], [five], 'night')).toThrow(overlap(DAY, 'night', 'five'));
  });

  it('ends with the range of an assignment', () => {
    expect(() => validate([assignment('early', DAY, DAY), assignment('late', NEXT_DAY)])).not.toThrow();
  });

  it.each([
    ['assignments[1].assignmentId', 'DUPLICATE_ID', [assignment('early', DAY, DAY), assignment('early', DAY, DAY)]],
    ['assignments[0].from', 'DATE_UNKNOWN', [assignment('early', '2026-02-31')]],
    ['assignments[0].to', 'DATE_FORMAT', [assignment('early', DAY, '2026')]],
    ['assignments[0].to', 'RANGE_REVERSED', [assignment('early', DAY, '2026-02-09')]],
    ['assignments[0].schedule', 'SHIFT_MISSING', [assignment('ghost')]],
    ['assignments[0].schedule', 'SHIFT_MISSING', [rotation(DAY, [['early', 'ghost']])]],
    ['assignments[0].schedule.anchorDate', 'DATE_FORMAT', [rotation('today', [['early']])]],
    ['assignments[0].schedule.slots', 'NO_WORKING_DAY', [rotation(DAY, [[], []])]],
  ])('refuses %s as %s', (field, code, assignments) => {
    expect(() => validate(assignments)).toThrow(refusal(field, code));
  });

  it('refuses a shift that is wrong in itself', () => {
    expect(() => validate([assignment('early')], [shift('bad', '09:00', '09:00')])).toThrow(
      refusal('shifts[4].end', 'START_EQUALS_END'),
    );
  });

  it('accepts none at all', () => {
    expect(() => validate([])).not.toThrow();
  });
});

describe('building over assignments that overlap', () => {
  it('is refused like storing them', () => {
    const shifts = [shift('early', '06:00', '14:00'), shift('late', '13:00', '21:00')];
    expect(() => build({ shifts, assignments: [assignment('early'), assignment('late')] })).toThrow(
      expect.objectContaining({ code: 'SHIFT_OVERLAP', details: { date: DAY, shiftIds: ['early', 'late'] } }),
    );
  });

  it('is not refused because of a day off or because the clock changes', () => {
    const nights = shift('night', '22:00', '06:00', {
      pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 2, workDays: [0] },
    });
    const mornings = shift('morning', '05:00', '12:00', {
      pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 2, workDays: [0] },
    });
    expect(() =>
      build({ shifts: [nights, mornings], assignments: [assignment('night'), assignment('morning')] }),
    ).not.toThrow();
    const spring = [shift('a', '22:00', '02:45'), shift('b', '03:00', '09:00')];
    const { records } = build({
      from: '2026-03-28',
      to: '2026-03-29',
      shifts: spring,
      assignments: [assignment('a'), assignment('b')],
    });
    const windows = records.map(({ windowOpensAt, windowClosesAt }) => [windowOpensAt, windowClosesAt]).sort();
    for (const [index, [opens]] of windows.entries()) {
      if (index > 0) expect(Date.parse(opens ?? '')).toBeGreaterThanOrEqual(Date.parse(windows[index - 1]?.[1] ?? ''));
    }
  });
});
