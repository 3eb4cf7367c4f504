import { describe, expect, it } from 'vitest';
import type { Shift, ShiftAssignment } from '../index.js';
import { at, build, DAY, day, NEXT_DAY, on, roles, type Scenario } from '../testing/scenario.js';

const shift = (shiftId: string, start: string, end: string): Shift => ({ shiftId, start, end, policyId: 'p1' });

function assigned(...entries: readonly [shiftId: string, from?: string, to?: string][]): ShiftAssignment[] {
  return entries.map(([shiftId, from = DAY, to], index) => ({
    assignmentId: `a${index}`,
    employeeId: 'e1',
    from,
    to: to ?? null,
    schedule: { kind: 'SHIFT', shiftId },
  }));
}

function windows(scenario: Scenario): readonly (readonly string[])[] {
  return build(scenario).records.map((record) => [record.shiftId, record.windowOpensAt, record.windowClosesAt]);
}

describe('the window of a shift', () => {
  it('opens and closes by its margins', () => {
    const record = day({ policy: { checkInOpensMinutesBefore: 30, checkOutClosesMinutesAfter: 90 } });
    expect([record.windowOpensAt, record.windowClosesAt]).toEqual([at(`${DAY}T08:30`), at(`${DAY}T18:30`)]);
    expect(record.trace.find(({ rule }) => rule === 'WINDOW')?.message).toBe(
      'Marks from 08:30 until before 18:30 belong to this shift',
    );
  });

  it('is half-open: a mark as it opens belongs to it, a mark as it closes does not', () => {
    const { records, offShift } = build({ marks: on(DAY, '07:59:59', '08:00:00', '20:59:59', '21:00:00') });
    expect(records[0]?.marks.map(({ eventId }) => eventId)).toEqual(['m02', 'm03']);
    expect(offShift.map(({ eventId, reason }) => [eventId, reason])).toEqual([
      ['m01', 'OUTSIDE_WINDOW'],
      ['m04', 'OUTSIDE_WINDOW'],
    ]);
  });
});

describe('windows that overlap', () => {
  it('meet at the midpoint between the earlier end and the later start; an out two minutes late is no in', () => {
    const scenario: Scenario = {
      shifts: [shift('a', '06:00', '14:00'), shift('b', '15:00', '23:00')],
      assignments: assigned(['a', DAY, DAY], ['b', DAY, DAY]),
      marks: on(DAY, '06:00', '14:02', '15:00', '23:00'),
    };
    expect(windows(scenario)).toEqual([
      ['a', at(`${DAY}T05:00`), at(`${DAY}T14:30`)],
      ['b', at(`${DAY}T14:30`), at(`${NEXT_DAY}T03:00`)],
    ]);
    const { records } = build(scenario);
    expect(records.map(roles)).toEqual([
      ['IN', 'OUT'],
      ['IN', 'OUT'],
    ]);
    expect(records[0]?.trace.find(({ rule }) => rule === 'WINDOW_TRIMMED_END')?.message).toBe(
      'The window closes at 14:30: it is shared with shift b of 2026-02-10',
    );
    expect(records[1]?.trace.find(({ rule }) => rule === 'WINDOW_TRIMMED_START')?.message).toBe(
      'The window opens at 14:30: it is shared with shift a of 2026-02-10',
    );
  });

  it('meet where the later one opens if the midpoint lies before it: nothing between them is lost', () => {
    const scenario: Scenario = {
      shifts: [shift('a', '06:00', '14:00'), shift('b', '17:00', '23:00')],
      assignments: assigned(['a', DAY, DAY], ['b', DAY, DAY]),
    };
    expect(windows(scenario)).toEqual([
      ['a', at(`${DAY}T05:00`), at(`${DAY}T16:00`)],
      ['b', at(`${DAY}T16:00`), at(`${NEXT_DAY}T03:00`)],
    ]);
    expect(build(scenario).records[1]?.trace.some(({ rule }) => rule.startsWith('WINDOW_TRIMMED'))).toBe(false);
  });

  it('meet where the earlier one closes if the midpoint lies after it', () => {
    const scenario: Scenario = {
      policy: { checkInOpensMinutesBefore: 240, checkOutClosesMinutesAfter: 60 },
      shifts: [shift('a', '06:00', '14:00'), shift('b', '17:00', '23:00')],
      assignments: assigned(['a', DAY, DAY], ['b', DAY, DAY]),
    };
    expect(windows(scenario).map(([, , closes]) => closes)).toEqual([at(`${DAY}T15:00`), at(`${NEXT_DAY}T00:00`)]);
    expect(windows(scenario)[1]?.[1]).toBe(at(`${DAY}T15:00`));
  });

  it('only touch: nothing is trimmed', () => {
    const scenario: Scenario = {
      policy: { checkInOpensMinutesBefore: 60, checkOutClosesMinutesAfter: 60 },
      shifts: [shift('a', '06:00', '14:00'), shift('b', '16:00', '23:00')],
      assignments: assigned(['a', DAY, DAY], ['b', DAY, DAY]),
    };
    const traces = build(scenario).records.flatMap(({ trace }) => trace.map(({ rule }) => rule));
    expect(traces.some((rule) => rule.startsWith('WINDOW_TRIMMED'))).toBe(false);
  });

  it('are trimmed by neighbours outside the asked range too', () => {
    const record = day({
      from: NEXT_DAY,
      shifts: [shift('night', '22:00', '06:00'), shift('day', '08:00', '16:00')],
      assignments: assigned(['night', DAY, DAY], ['day', NEXT_DAY]),
    });
    expect(record.windowOpensAt).toBe(at(`${NEXT_DAY}T07:00`));
  });
});

describe('a day off on which work counts', () => {
  const policy = { markOnWeeklyOffs: true, markOnHolidays: true };

  it('takes marks of the whole local day and of its shift with margins', () => {
    const calendar = { holidays: [{ date: DAY, name: 'F', portion: 'FULL' as const }], weeklyOffs: [], leaves: [] };
    const record = day({
      policy,
      calendar,
      shift: { pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 9, workDays: [0] } },
    });
    expect([record.windowOpensAt, record.windowClosesAt]).toEqual([at(`${DAY}T00:00`), at(`${NEXT_DAY}T00:00`)]);
    const night = {
      start: '22:00',
      end: '06:00',
      pattern: { kind: 'CYCLE', anchorDate: DAY, lengthDays: 9, workDays: [0] },
    } as const;
    const overnight = day({ policy: { markOnHolidays: true }, calendar, shift: night });
    expect([overnight.windowOpensAt, overnight.windowClosesAt]).toEqual([at(`${DAY}T00:00`), at(`${NEXT_DAY}T10:00`)]);
    const early = day({
      policy: { markOnHolidays: true },
      calendar,
      shift: { ...night, start: '00:30', end: '08:00' },
    });
    expect(early.windowOpensAt).toBe(at('2026-02-09T23:30'));
  });

  it('yields to worked shifts before and after it', () => {
    const { records } = build({
      from: '2026-02-13',
      to: '2026-02-16',
      policy,
      shift: { start: '22:00', end: '06:00', pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } },
      marks: ['2026-02-13T22:00', '2026-02-14T09:59', '2026-02-14T12:00', '2026-02-14T15:00'],
    });
    expect(records.map(({ windowOpensAt, windowClosesAt }) => [windowOpensAt, windowClosesAt])).toEqual([
      [at('2026-02-13T21:00'), at('2026-02-14T10:00')],
      [at('2026-02-14T10:00'), at('2026-02-15T10:00')],
      [at('2026-02-15T10:00'), at('2026-02-16T10:00')],
      [at('2026-02-16T21:00'), at('2026-02-17T10:00')],
    ]);
    expect(records.map(({ status, workedMinutes }) => [status, workedMinutes])).toEqual([
      ['PRESENT', 719],
      ['PRESENT', 180],
      ['WEEKLY_OFF', 0],
      ['ABSENT', 0],
    ]);
    expect(records[1]?.trace.find(({ rule }) => rule === 'WINDOW_TRIMMED_START')?.values).toMatchObject({
      otherWorkDate: '2026-02-13',
    });
    const weekend = build({
      from: '2026-02-15',
      to: '2026-02-16',
      policy,
      shift: { start: '00:30', end: '08:00', pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } },
    }).records;
    expect(weekend[0]?.windowClosesAt).toBe(at('2026-02-15T23:30'));
    expect(weekend[0]?.trace.find(({ rule }) => rule === 'WINDOW_TRIMMED_END')?.values).toMatchObject({
      otherWorkDate: '2026-02-16',
    });
  });

  it('does not shorten anything where work on it does not count', () => {
    const { records } = build({
      from: '2026-02-13',
      shift: { start: '22:00', end: '06:00', pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } },
    });
    expect(records[0]?.windowClosesAt).toBe(at('2026-02-14T10:00'));
  });
});

describe('marks off shift', () => {
  const reasons = (scenario: Scenario) => build(scenario).offShift.map(({ reason }) => reason);

  it('keep what they were, with the date of their own zone', () => {
    const { offShift } = build({
      marks: [{ local: `${DAY}T23:30`, timeZone: 'America/New_York', kind: 'CHECK_IN', siteId: 's7' }],
      from: DAY,
      to: NEXT_DAY,
      shifts: [shift('a', '06:00', '07:00')],
      assignments: assigned(['a', NEXT_DAY, NEXT_DAY]),
      policy: { checkInOpensMinutesBefore: 0, checkOutClosesMinutesAfter: 0 },
      zone: 'America/New_York',
    });
    expect(offShift).toEqual([
      {
        employeeId: 'e1',
        eventId: 'm01',
        kind: 'CHECK_IN',
        at: at(`${DAY}T23:30`, 'America/New_York'),
        siteId: 's7',
        timeZone: 'America/New_York',
        localDate: DAY,
        reason: 'NO_SHIFT',
      },
    ]);
  });

  it.each([
    ['NO_SHIFT', { assignments: [] }],
    ['WEEKLY_OFF', { calendar: { holidays: [], weeklyOffs: [{ weekday: 2 }], leaves: [] } }],
    [
      'NOT_EMPLOYED',
      {
        employee: { employeeId: 'e1', homeTimeZone: 'Europe/Berlin', sites: [{ siteId: 's1' }], joiningDate: NEXT_DAY },
      },
    ],
    [
      'NOT_EMPLOYED',
      {
        employee: {
          employeeId: 'e1',
          homeTimeZone: 'Europe/Berlin',
          sites: [{ siteId: 's1' }],
          leavingDate: '2026-02-09',
        },
      },
    ],
    ['BEFORE_PROCESSING', { policy: { processFrom: NEXT_DAY } }],
    ['IN_FUTURE', { asOfLocal: `${DAY}T12:59` }],
  ] as const)('%s', (reason, scenario) => {
    expect(reasons({ marks: on(DAY, '13:00'), ...scenario } as Scenario)).toEqual([reason]);
  });

  it('a mark at asOf itself is not in the future', () => {
    const { records, offShift } = build({ marks: on(DAY, '13:00'), asOfLocal: `${DAY}T13:00` });
    expect(offShift).toEqual([]);
    expect(records[0]?.marks).toHaveLength(1);
  });

  it('a day off of the neighbourhood is the reason only inside its own hours', () => {
    const calendar = {
      holidays: [{ date: NEXT_DAY, name: 'F', portion: 'FULL' as const }],
      weeklyOffs: [],
      leaves: [],
    };
    expect(reasons({ from: DAY, to: NEXT_DAY, marks: on(DAY, '23:59:59'), calendar })).toEqual(['OUTSIDE_WINDOW']);
    expect(reasons({ from: DAY, to: NEXT_DAY, marks: on(NEXT_DAY, '00:00'), calendar })).toEqual(['HOLIDAY']);
  });

  it('the out of an overnight shift on the last day of employment belongs to that shift', () => {
    const { records, offShift } = build({
      shift: { start: '22:00', end: '06:00' },
      employee: { employeeId: 'e1', homeTimeZone: 'Europe/Berlin', sites: [{ siteId: 's1' }], leavingDate: DAY },
      marks: [`${DAY}T22:00`, `${NEXT_DAY}T06:00`],
    });
    expect(offShift).toEqual([]);
    expect(records[0]?.workedMinutes).toBe(480);
  });

  it('marks of other days are outside the range, in a window or not', () => {
    const { outsideRange, records, offShift } = build({
      from: DAY,
      marks: [`${NEXT_DAY}T09:00`, '2026-02-09T12:00', '2026-02-20T03:00', `${DAY}T09:00`],
      asOfLocal: '2026-02-28T00:00',
    });
    expect(outsideRange).toEqual(['m01', 'm02', 'm03']);
    expect(records.flatMap(({ marks }) => marks).map(({ eventId }) => eventId)).toEqual(['m04']);
    expect(offShift).toEqual([]);
  });
});

describe('days that are never marked', () => {
  it('before processFrom', () => {
    const { records } = build({ from: '2026-02-09', to: '2026-02-11', policy: { processFrom: DAY } });
    expect(records.map(({ workDate }) => workDate)).toEqual([DAY, NEXT_DAY]);
  });

  it('without assignment and default shift', () => {
    expect(build({ assignments: [] }).records).toEqual([]);
  });
});
