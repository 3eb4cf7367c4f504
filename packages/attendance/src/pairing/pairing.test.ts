import { describe, expect, it } from 'vitest';
import { at, build, DAY, day, roles, rules, type ScenarioMark } from '../testing/scenario.js';

const BY_KIND = { pairing: 'BY_KIND' } as const;
const EVERY = { hours: 'EVERY_PAIR' } as const;

function kinds(...marks: readonly [string, ScenarioMark['kind']][]): ScenarioMark[] {
  return marks.map(([time, kind]) => ({ local: `${DAY}T${time}`, kind }));
}

function plain(...times: readonly string[]): string[] {
  return times.map((time) => `${DAY}T${time}`);
}

describe('ALTERNATING', () => {
  it('ignores what a mark says: in, out, in, out', () => {
    const marks = kinds(['09:00', 'CHECK_OUT'], ['12:00', 'CHECK_OUT'], ['13:00', 'CHECK_IN'], ['17:00', 'CHECK_IN']);
    const record = day({ marks, policy: EVERY });
    expect(roles(record)).toEqual(['IN', 'OUT', 'IN', 'OUT']);
    expect(record.workedMinutes).toBe(420);
  });

  it('believes break marks', () => {
    const marks = kinds(['09:00', 'AUTO'], ['12:00', 'BREAK_START'], ['12:30', 'BREAK_END'], ['17:00', 'AUTO']);
    const record = day({ marks });
    expect(roles(record)).toEqual(['IN', 'BREAK_START', 'BREAK_END', 'OUT']);
    expect([record.workedMinutes, record.breakMinutes]).toEqual([450, 30]);
  });

  it.each(['AUTO', 'CHECK_IN', 'CHECK_OUT'] as const)(
    'ends a break with the next mark, whatever it says: %s',
    (kind) => {
      const marks = kinds(['09:00', 'AUTO'], ['12:00', 'BREAK_START'], ['12:30', kind], ['17:00', 'AUTO']);
      expect(roles(day({ marks }))).toEqual(['IN', 'BREAK_START', 'BREAK_END', 'OUT']);
    },
  );
});

describe('BY_KIND', () => {
  it('believes in and out, and takes AUTO for what alternation expects', () => {
    const marks = kinds(['09:00', 'AUTO'], ['12:00', 'CHECK_OUT'], ['13:00', 'AUTO'], ['17:00', 'AUTO']);
    const record = day({ marks, policy: { ...BY_KIND, ...EVERY } });
    expect(roles(record)).toEqual(['IN', 'OUT', 'IN', 'OUT']);
    expect(record.workedMinutes).toBe(420);
  });

  it.each(['AUTO', 'CHECK_IN'] as const)('ends a break by coming back: %s', (kind) => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['12:00', 'BREAK_START'], ['12:30', kind], ['17:00', 'CHECK_OUT']);
    expect(roles(day({ marks, policy: BY_KIND }))).toEqual(['IN', 'BREAK_START', 'BREAK_END', 'OUT']);
  });

  it('going home from a break leaves the break unclosed: MISSING_MARK', () => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['12:00', 'BREAK_START'], ['17:00', 'CHECK_OUT']);
    const record = day({ marks, policy: BY_KIND });
    expect(roles(record)).toEqual(['IN', 'UNCLOSED_BREAK', 'OUT']);
    expect(record.status).toBe('MISSING_MARK');
    expect(record.flags).toEqual(['UNCLOSED_BREAK']);
    expect(record.breakMinutes).toBe(0);
    expect(record.trace.find(({ rule }) => rule === 'UNCLOSED_BREAK')?.message).toBe(
      'The break begun at 12:00 was never ended',
    );
  });

  it('a second in with EVERY_PAIR: the pair is the nearest in and out, the first in is unpaired', () => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['13:00', 'CHECK_IN'], ['17:00', 'CHECK_OUT']);
    const record = day({ marks, policy: { ...BY_KIND, ...EVERY } });
    expect(roles(record)).toEqual(['UNPAIRED_IN', 'IN', 'OUT']);
    expect([record.status, record.workedMinutes]).toEqual(['MISSING_MARK', 240]);
    expect(record.firstInAt).toBe(at(`${DAY}T09:00`));
    expect(record.flags).toEqual(['ORPHAN_MARK']);
    expect(rules(record)).toContain('UNPAIRED_IN');
  });

  it('a second in with FIRST_IN_LAST_OUT repeats what is known and changes nothing', () => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['13:00', 'CHECK_IN'], ['17:00', 'CHECK_OUT']);
    const record = day({ marks, policy: BY_KIND });
    expect(roles(record)).toEqual(['IN', 'REPEATED', 'OUT']);
    expect([record.status, record.workedMinutes]).toEqual(['PRESENT', 480]);
    expect(record.flags).toEqual(['REPEATED_MARK']);
    expect(rules(record)).toContain('REPEATED_MARK');
  });

  it('a second out with FIRST_IN_LAST_OUT moves the last out', () => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['12:00', 'CHECK_OUT'], ['17:00', 'CHECK_OUT']);
    const record = day({ marks, policy: BY_KIND });
    expect(roles(record)).toEqual(['IN', 'REPEATED', 'OUT']);
    expect([record.status, record.workedMinutes]).toEqual(['PRESENT', 480]);
    expect(record.lastOutAt).toBe(at(`${DAY}T17:00`));
  });

  it('a second out with EVERY_PAIR is an orphan: MISSING_MARK, and only the pair counts', () => {
    const marks = kinds(['09:00', 'CHECK_IN'], ['12:00', 'CHECK_OUT'], ['17:00', 'CHECK_OUT']);
    const record = day({ marks, policy: { ...BY_KIND, ...EVERY } });
    expect(roles(record)).toEqual(['IN', 'OUT', 'ORPHAN_OUT']);
    expect([record.status, record.workedMinutes]).toEqual(['MISSING_MARK', 180]);
    expect(record.trace.find(({ rule }) => rule === 'ORPHAN_OUT')?.values).toMatchObject({ eventId: 'm03' });
  });

  it('an out before the first in is an orphan in both modes of hours', () => {
    const marks = kinds(['08:30', 'CHECK_OUT'], ['09:00', 'CHECK_IN'], ['17:00', 'CHECK_OUT']);
    for (const hours of ['FIRST_IN_LAST_OUT', 'EVERY_PAIR'] as const) {
      const record = day({ marks, policy: { ...BY_KIND, hours } });
      expect(roles(record)).toEqual(['ORPHAN_OUT', 'IN', 'OUT']);
      expect([record.status, record.workedMinutes]).toEqual(['MISSING_MARK', 480]);
    }
  });

  it.each([
    [
      'end without start',
      [
        ['09:00', 'CHECK_IN'],
        ['12:30', 'BREAK_END'],
        ['17:00', 'CHECK_OUT'],
      ],
      ['IN', 'ORPHAN_BREAK', 'OUT'],
    ],
    [
      'start twice',
      [
        ['09:00', 'CHECK_IN'],
        ['12:00', 'BREAK_START'],
        ['12:20', 'BREAK_START'],
        ['12:30', 'BREAK_END'],
        ['17:00', 'CHECK_OUT'],
      ],
      ['IN', 'BREAK_START', 'ORPHAN_BREAK', 'BREAK_END', 'OUT'],
    ],
    [
      'start while out',
      [
        ['08:30', 'BREAK_START'],
        ['09:00', 'CHECK_IN'],
        ['17:00', 'CHECK_OUT'],
      ],
      ['ORPHAN_BREAK', 'IN', 'OUT'],
    ],
  ] as const)('a break mark without a partner is an orphan: %s', (_, marks, expected) => {
    const record = day({
      marks: kinds(...marks.map(([time, kind]) => [time, kind] as [string, typeof kind])),
      policy: BY_KIND,
    });
    expect(roles(record)).toEqual(expected);
    expect(record.status).toBe('MISSING_MARK');
    expect(record.flags).toEqual(['ORPHAN_MARK']);
    expect(rules(record)).toContain('ORPHAN_BREAK');
  });
});

describe('hours', () => {
  it('FIRST_IN_LAST_OUT counts the time between the pairs, EVERY_PAIR does not', () => {
    const marks = plain('09:00', '12:00', '13:00', '17:00');
    expect(day({ marks }).workedMinutes).toBe(480);
    const every = day({ marks, policy: EVERY });
    expect(every.workedMinutes).toBe(420);
    expect(every.intervals.map(({ inEventId, outEventId }) => [inEventId, outEventId])).toEqual([
      ['m01', 'm02'],
      ['m03', 'm04'],
    ]);
  });

  it('FIRST_IN_LAST_OUT is one interval with the raw and the counted moments and the cost centre of its in', () => {
    const record = day({
      marks: [{ local: `${DAY}T09:04`, costCentre: 'cc1' }, `${DAY}T12:00`, `${DAY}T13:00`, `${DAY}T17:02`],
      policy: { rounding: { in: { toMinutes: 15, direction: 'UP' }, out: { toMinutes: 15, direction: 'DOWN' } } },
    });
    expect(record.intervals).toEqual([
      {
        inEventId: 'm01',
        outEventId: 'm04',
        inAt: at(`${DAY}T09:04`),
        outAt: at(`${DAY}T17:02`),
        countedFromAt: at(`${DAY}T09:15`),
        countedToAt: at(`${DAY}T17:00`),
        costCentre: 'cc1',
      },
    ]);
  });

  it('counts completed minutes: 59 seconds are none', () => {
    expect(day({ marks: plain('09:00:00', '16:59:59') }).workedMinutes).toBe(479);
  });

  it('says how the presence came about', () => {
    const record = day({ marks: plain('09:00', '12:00', '13:00', '17:00'), policy: EVERY });
    expect(record.trace.find(({ rule }) => rule === 'HOURS')?.message).toBe('Presence 420 min by EVERY_PAIR');
    expect(record.trace.find(({ rule }) => rule === 'PAIRING')?.message).toBe('Marks paired ALTERNATING: 2 in and out');
    expect(record.trace.find(({ rule }) => rule === 'WORKED')?.message).toBe(
      'Worked 420 min: presence 420 min less unpaid breaks 0 min',
    );
  });
});

describe('double taps', () => {
  it('inside the gap is a double tap, exactly the gap apart is a mark', () => {
    expect(roles(day({ marks: plain('09:00:00', '09:01:59', '17:00') }))).toEqual(['IN', 'DOUBLE_TAP', 'OUT']);
    expect(roles(day({ marks: plain('09:00:00', '09:02:00', '17:00') }))).toEqual(['IN', 'OUT', 'OPEN_IN']);
  });

  it('is measured from the mark that was kept, not from the last tap', () => {
    const record = day({ marks: plain('09:00:00', '09:01:30', '09:02:30', '17:00') });
    expect(roles(record)).toEqual(['IN', 'DOUBLE_TAP', 'OUT', 'OPEN_IN']);
  });

  it('a gap of 0 keeps every mark, also two of the same instant', () => {
    const record = day({ marks: plain('09:00', '09:00', '17:00'), policy: { minimumMarkGapSeconds: 0 } });
    expect(roles(record)).toEqual(['IN', 'OUT', 'OPEN_IN']);
  });

  it('is traced with its gap', () => {
    const record = day({ marks: plain('09:00:00', '09:00:45', '17:00') });
    expect(record.trace.find(({ rule }) => rule === 'DOUBLE_TAP')).toEqual({
      rule: 'DOUBLE_TAP',
      values: { atLocal: '09:00:45', gapSeconds: 45, minimumMarkGapSeconds: 120, eventId: 'm02' },
      message: 'Double tap at 09:00:45: 45 s < minimumMarkGapSeconds 120',
    });
  });

  it('a correction beside a device mark is kept and the device mark is the double tap, before or after it', () => {
    const correction = { source: 'CORRECTION' } as const;
    const after = day({ marks: [`${DAY}T09:00:00`, { local: `${DAY}T09:01:00`, ...correction }, `${DAY}T17:00`] });
    expect(roles(after)).toEqual(['DOUBLE_TAP', 'IN', 'OUT']);
    expect(after.firstInAt).toBe(at(`${DAY}T09:01`));
    expect(after.trace.find(({ rule }) => rule === 'DOUBLE_TAP')?.values).toMatchObject({
      eventId: 'm01',
      gapSeconds: 60,
    });
    const before = day({ marks: [{ local: `${DAY}T09:00:00`, ...correction }, `${DAY}T09:01:00`, `${DAY}T17:00`] });
    expect(roles(before)).toEqual(['IN', 'DOUBLE_TAP', 'OUT']);
  });

  it('two corrections inside the gap are both kept', () => {
    const record = day({
      marks: ['09:00', '09:01'].map((time) => ({ local: `${DAY}T${time}`, source: 'CORRECTION' as const })),
    });
    expect(roles(record)).toEqual(['IN', 'OUT']);
  });

  it('marks of the same instant are ordered by what they say, then by id', () => {
    const policy = { pairing: 'BY_KIND', minimumMarkGapSeconds: 0 } as const;
    const record = day({ marks: kinds(['09:00', 'CHECK_OUT'], ['09:00', 'CHECK_IN'], ['17:00', 'CHECK_OUT']), policy });
    expect(record.marks.map(({ eventId, role }) => [eventId, role])).toEqual([
      ['m02', 'IN'],
      ['m01', 'REPEATED'],
      ['m03', 'OUT'],
    ]);
  });
});

describe('autoCheckOut', () => {
  const policy = { autoCheckOut: { minutesAfterEnd: 30 } };

  it('closes an open check-in at shift end + N, flagged and traced', () => {
    const record = day({ marks: plain('09:00'), policy });
    expect([record.status, record.workedMinutes, record.isAutoClosed]).toEqual(['PRESENT', 510, true]);
    expect(record.lastOutAt).toBe(at(`${DAY}T17:30`));
    expect(record.flags).toEqual(['AUTO_CLOSED']);
    expect(record.intervals.map(({ outEventId }) => outEventId)).toEqual([null]);
    expect(roles(record)).toEqual(['IN']);
    expect(record.trace.find(({ rule }) => rule === 'AUTO_CLOSED')?.message).toBe(
      'Closed automatically at 17:30: shift end + autoCheckOut 30 min',
    );
    expect(rules(record)).toContain('OPEN_CHECK_IN');
  });

  it('waits until nobody can mark any more', () => {
    const record = day({ marks: plain('09:00'), policy, asOfLocal: `${DAY}T18:00` });
    expect([record.status, record.isAutoClosed, record.presence]).toEqual(['IN_PROGRESS', false, 'IN']);
    const waiting = day({ marks: plain('09:00'), policy, asOfLocal: `${DAY}T21:30` });
    expect([waiting.status, waiting.isAutoClosed]).toEqual(['IN_PROGRESS', false]);
    const provisional = day({
      marks: plain('09:00'),
      policy,
      sites: [{ siteId: 's1', timeZone: 'Europe/Berlin', devices: [{ deviceId: 'd1', syncedThroughAt: null }] }],
    });
    expect([provisional.closure, provisional.isAutoClosed]).toEqual(['PROVISIONAL', true]);
  });

  it.each(['17:30', '18:00'])('cannot close an in at %s: MISSING_MARK', (time) => {
    const record = day({ marks: plain(time), policy });
    expect([record.status, record.isAutoClosed]).toEqual(['MISSING_MARK', false]);
    expect(record.trace.find(({ rule }) => rule === 'AUTO_CLOSE_IMPOSSIBLE')?.values).toEqual({
      atLocal: time,
      minutesAfterEnd: 30,
    });
  });

  it('counts no overtime that nobody saw, but earlier overtime stays', () => {
    const overtime = { side: 'BOTH', startsAfterMinutes: 0 } as const;
    const record = day({ marks: plain('08:30'), policy: { ...policy, overtime } });
    expect(record.overtime).toMatchObject({ beforeMinutes: 30, afterMinutes: 0, minutes: 30 });
    expect(rules(record)).toContain('OVERTIME_AUTO_CLOSED');
  });

  it('leaves a day with another lonely mark missing', () => {
    const marks = kinds(['08:30', 'CHECK_OUT'], ['09:00', 'CHECK_IN']);
    const record = day({ marks, policy: { ...policy, ...BY_KIND } });
    expect([record.status, record.isAutoClosed]).toEqual(['MISSING_MARK', true]);
  });

  it('never closes work on a day off: there is no shift end to go by', () => {
    const record = day({
      marks: plain('10:00'),
      policy: { ...policy, markOnHolidays: true },
      calendar: { holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }], weeklyOffs: [], leaves: [] },
    });
    expect([record.status, record.isAutoClosed]).toEqual(['MISSING_MARK', false]);
  });

  it('is not needed where the last mark is an out', () => {
    const record = day({ marks: plain('09:00', '17:00'), policy });
    expect([record.isAutoClosed, record.workedMinutes]).toEqual([false, 480]);
  });

  it('stays out where a neighbour cut the window before shift end + N', () => {
    const { records } = build({
      marks: plain('09:00'),
      policy: { autoCheckOut: { minutesAfterEnd: 200 } },
      shifts: [
        { shiftId: 'day', start: '09:00', end: '17:00', policyId: 'p1' },
        { shiftId: 'late', start: '19:00', end: '23:00', policyId: 'p1' },
      ],
      assignments: ['day', 'late'].map((shiftId) => ({
        assignmentId: shiftId,
        employeeId: 'e1',
        from: DAY,
        schedule: { kind: 'SHIFT', shiftId },
      })),
    });
    expect(records.map(({ status, isAutoClosed }) => [status, isAutoClosed])).toEqual([
      ['MISSING_MARK', false],
      ['ABSENT', false],
    ]);
  });
});
