import { describe, expect, it } from 'vitest';
import type { Calendar, DayPortion, Leave } from '../index.js';
import { at, build, DAY, day, NEXT_DAY, on, rules } from '../testing/scenario.js';

const NOTHING: Calendar = { holidays: [], weeklyOffs: [], leaves: [] };

function leave(portion: DayPortion, more: Partial<Leave> = {}): Leave {
  return { leaveId: 'l1', leaveTypeId: 'annual', from: DAY, to: DAY, portion, isPaid: true, ...more };
}

function reason(record: ReturnType<typeof day>): string | undefined {
  return record.trace.at(-1)?.message;
}

describe('thresholds', () => {
  const policy = { absentBelowMinutes: 240, halfDayBelowMinutes: 420 };

  it.each([
    ['12:59', 'ABSENT', 'ABSENT: worked 239 min < absentBelowMinutes 240'],
    ['13:00', 'HALF_DAY', 'HALF_DAY: worked 240 min < halfDayBelowMinutes 420'],
    ['15:59', 'HALF_DAY', 'HALF_DAY: worked 419 min < halfDayBelowMinutes 420'],
    ['16:00', 'PRESENT', 'PRESENT: worked 420 min'],
  ])('out at %s: %s', (out, status, message) => {
    const record = day({ marks: on(DAY, '09:00', out), policy });
    expect([record.status, reason(record)]).toEqual([status, message]);
  });

  it('each works without the other, and neither is on by default', () => {
    const marks = on(DAY, '09:00', '09:30');
    expect(day({ marks }).status).toBe('PRESENT');
    expect(day({ marks, policy: { absentBelowMinutes: 31 } }).status).toBe('ABSENT');
    expect(day({ marks, policy: { halfDayBelowMinutes: 31 } }).status).toBe('HALF_DAY');
  });

  it('count paid time: unpaid breaks are not work', () => {
    const marks = [
      `${DAY}T09:00`,
      { local: `${DAY}T10:00`, kind: 'BREAK_START' as const },
      { local: `${DAY}T11:00`, kind: 'BREAK_END' as const },
      `${DAY}T13:30`,
    ];
    expect(day({ marks, policy }).status).toBe('ABSENT');
  });
});

describe('in later than halfDayIfLateMinutes', () => {
  const policy = { halfDayIfLateMinutes: 60 };

  it('is a half day, exactly that late is not', () => {
    expect(day({ marks: on(DAY, '10:00:00', '18:00'), policy }).status).toBe('PRESENT');
    const late = day({ marks: on(DAY, '10:00:01', '18:00'), policy });
    expect(late.status).toBe('HALF_DAY');
    expect(reason(late)).toBe('HALF_DAY: in later than halfDayIfLateMinutes 60 after 09:00');
  });

  it('is an absence only by the thresholds', () => {
    const record = day({ marks: on(DAY, '11:00', '12:00'), policy: { ...policy, absentBelowMinutes: 120 } });
    expect(record.status).toBe('ABSENT');
  });
});

describe('late and early', () => {
  it('strictly earlier than the grace counts', () => {
    const policy = { earlyGraceMinutes: 10 };
    const exactly = day({ marks: on(DAY, '09:00', '16:50:00'), policy });
    expect([exactly.isEarlyExit, exactly.earlyMinutes]).toEqual([false, 0]);
    expect(exactly.trace.find(({ rule }) => rule === 'EARLY_WITHIN_GRACE')?.message).toBe(
      'Not early: out at 16:50, within earlyGraceMinutes 10 before 17:00',
    );
    const over = day({ marks: on(DAY, '09:00', '16:49:59'), policy });
    expect([over.isEarlyExit, over.earlyMinutes]).toEqual([true, 10]);
    expect(over.flags).toEqual(['EARLY_EXIT']);
    expect(over.trace.find(({ rule }) => rule === 'EARLY')?.message).toBe(
      'Early exit: out at 16:49:59, more than earlyGraceMinutes 10 before 17:00',
    );
  });

  it('late minutes are counted from the start, not from the end of the grace', () => {
    const record = day({ marks: on(DAY, '09:20', '17:00'), policy: { lateGraceMinutes: 15 } });
    expect(record.lateMinutes).toBe(20);
    expect(record.trace.find(({ rule }) => rule === 'LATE')?.message).toBe(
      'Late: in at 09:20, more than lateGraceMinutes 15 after 09:00',
    );
    const within = day({ marks: on(DAY, '09:10', '17:00'), policy: { lateGraceMinutes: 15 } });
    expect(within.trace.find(({ rule }) => rule === 'LATE_WITHIN_GRACE')?.message).toBe(
      'Not late: in at 09:10, within lateGraceMinutes 15 after 09:00',
    );
  });

  it('says nothing about a punctual day', () => {
    const record = day({ marks: on(DAY, '09:00', '17:00') });
    expect(rules(record).filter((rule) => /LATE|EARLY/.test(rule))).toEqual([]);
  });

  it('is not early while the person may come back', () => {
    const open = day({ marks: on(DAY, '09:00', '12:00'), asOfLocal: `${DAY}T12:30` });
    expect([open.isEarlyExit, open.earlyMinutes, open.presence]).toEqual([false, 0, 'OUT']);
    const lonely = day({ marks: on(DAY, '09:00', '12:00', '13:00') });
    expect([lonely.status, lonely.isEarlyExit]).toEqual(['MISSING_MARK', false]);
    expect(day({ marks: on(DAY, '09:00', '12:00') }).earlyMinutes).toBe(300);
  });

  it('knows late already while the day is open', () => {
    const record = day({ marks: on(DAY, '09:30'), asOfLocal: `${DAY}T10:00` });
    expect([record.status, record.lateMinutes]).toEqual(['IN_PROGRESS', 30]);
  });
});

describe('leave', () => {
  it('of a whole day is ON_LEAVE, and marks are kept off shift for a person to decide', () => {
    const { records, offShift } = build({
      marks: on(DAY, '09:00', '17:00'),
      calendar: { ...NOTHING, leaves: [leave('FULL')] },
    });
    expect(records.map(({ status, workedMinutes, isFinal }) => [status, workedMinutes, isFinal])).toEqual([
      ['ON_LEAVE', 0, true],
    ]);
    expect(offShift.map(({ reason: why }) => why)).toEqual(['ON_LEAVE', 'ON_LEAVE']);
    expect(records[0]?.trace.map(({ message }) => message)).toContain('Leave annual covers FULL');
    expect(records[0]?.trace.at(-1)?.message).toBe('ON_LEAVE: leave covers the whole day');
  });

  it('comes before holiday and weekly off', () => {
    const calendar: Calendar = {
      holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }],
      weeklyOffs: [{ weekday: 2 }],
      leaves: [leave('FULL')],
    };
    const record = day({ calendar });
    expect([record.status, record.dayType, record.holidayName]).toEqual(['ON_LEAVE', 'HOLIDAY', 'Feast']);
    const off = day({ calendar: { ...calendar, holidays: [] } });
    expect([off.status, off.dayType, off.scheduledMinutes]).toEqual(['ON_LEAVE', 'WEEKLY_OFF', 0]);
  });

  it('of both halves is a whole day, and so are half a leave and half a holiday', () => {
    const halves = [leave('FIRST_HALF'), leave('SECOND_HALF', { leaveId: 'l2' })];
    expect(day({ calendar: { ...NOTHING, leaves: halves } }).status).toBe('ON_LEAVE');
    const holidays = [{ date: DAY, name: 'Eve', portion: 'SECOND_HALF' as const }];
    expect(day({ calendar: { ...NOTHING, holidays, leaves: [leave('FIRST_HALF')] } }).status).toBe('ON_LEAVE');
    expect(day({ calendar: { ...NOTHING, holidays, leaves: [leave('SECOND_HALF')] } }).status).toBe('ABSENT');
  });

  it('of half a day halves both thresholds and moves the expected hours', () => {
    const calendar = { ...NOTHING, leaves: [leave('FIRST_HALF')] };
    const policy = { absentBelowMinutes: 240, halfDayBelowMinutes: 480 };
    const statusFor = (...times: string[]) => day({ marks: on(DAY, ...times), calendar, policy });
    expect(statusFor('13:00', '14:59').status).toBe('ABSENT');
    expect(reason(statusFor('13:00', '14:59'))).toBe('ABSENT: worked 119 min < absentBelowMinutes 120');
    expect(reason(statusFor('13:00', '15:00'))).toBe('HALF_DAY: worked 120 min < halfDayBelowMinutes 240');
    expect(reason(statusFor('13:00', '17:00'))).toBe('HALF_DAY: half-day leave and the other half worked');
    const late = statusFor('13:01', '17:00');
    expect([late.isLateEntry, late.lateMinutes]).toEqual([true, 1]);
    expect(late.flags).toEqual(['LATE_ENTRY', 'HALF_DAY_LEAVE']);
    expect(late.trace.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Leave annual covers FIRST_HALF',
        'Half-day leave: both thresholds are halved',
        'Expected from 13:00 to 17:00',
      ]),
    );
  });

  it('of the second half lets people go at the midpoint', () => {
    const calendar = { ...NOTHING, leaves: [leave('SECOND_HALF')] };
    const record = day({ marks: on(DAY, '09:00', '13:00'), calendar });
    expect([record.status, record.isEarlyExit]).toEqual(['HALF_DAY', false]);
    expect(record.trace.map(({ message }) => message)).toContain('Expected from 09:00 to 13:00');
    expect(day({ marks: on(DAY, '09:00', '12:30'), calendar }).earlyMinutes).toBe(30);
  });

  it('of half a day without any work in the other is ABSENT, with the leave beside it', () => {
    const record = day({ calendar: { ...NOTHING, leaves: [leave('FIRST_HALF')] } });
    expect([record.status, record.leaves.length]).toEqual(['ABSENT', 1]);
    expect(record.flags).toEqual(['HALF_DAY_LEAVE']);
  });

  it('holds from its first to its last day', () => {
    const leaves = [leave('FULL', { from: NEXT_DAY, to: '2026-02-12' })];
    const { records } = build({ from: DAY, to: '2026-02-13', calendar: { ...NOTHING, leaves } });
    expect(records.map(({ status }) => status)).toEqual(['ABSENT', 'ON_LEAVE', 'ON_LEAVE', 'ABSENT']);
  });
});

describe('holidays and weekly offs', () => {
  it('are HOLIDAY and WEEKLY_OFF, final when the day is over, whatever the devices', () => {
    const sites = [{ siteId: 's1', timeZone: 'Europe/Berlin', devices: [{ deviceId: 'd1', syncedThroughAt: null }] }];
    const holiday = day({ sites, calendar: { ...NOTHING, holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }] } });
    expect([holiday.status, holiday.holidayName, holiday.isFinal, holiday.scheduledMinutes]).toEqual([
      'HOLIDAY',
      'Feast',
      true,
      480,
    ]);
    expect(reason(holiday)).toBe('HOLIDAY: no work that counts');
    expect(rules(holiday)).toEqual(['POLICY', 'SHIFT', 'HOLIDAY', 'STATUS_HOLIDAY']);
    const off = day({ sites, calendar: { ...NOTHING, weeklyOffs: [{ weekday: 2 }] } });
    expect([off.status, off.isFinal, off.scheduledMinutes]).toEqual(['WEEKLY_OFF', true, 0]);
    expect(reason(off)).toBe('WEEKLY_OFF: no work that counts');
    expect(rules(off)).toEqual(['POLICY', 'SHIFT', 'WEEKLY_OFF', 'STATUS_WEEKLY_OFF']);
  });

  it('a holiday comes before a weekly off, a half holiday does not', () => {
    const weeklyOffs = [{ weekday: 2 as const }];
    expect(
      day({ calendar: { ...NOTHING, weeklyOffs, holidays: [{ date: DAY, name: 'F', portion: 'FULL' }] } }).status,
    ).toBe('HOLIDAY');
    expect(
      day({ calendar: { ...NOTHING, weeklyOffs, holidays: [{ date: DAY, name: 'F', portion: 'FIRST_HALF' }] } }).status,
    ).toBe('WEEKLY_OFF');
  });

  it('work on them that counts is judged without thresholds or punctuality', () => {
    const policy = { markOnHolidays: true, markOnWeeklyOffs: true, absentBelowMinutes: 240, halfDayBelowMinutes: 420 };
    const calendar = { ...NOTHING, holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' as const }] };
    const worked = day({ marks: on(DAY, '11:00', '12:00'), policy, calendar });
    expect([worked.status, worked.workedMinutes, worked.isLateEntry, worked.isEarlyExit]).toEqual([
      'PRESENT',
      60,
      false,
      false,
    ]);
    expect(worked.flags).toEqual(['HOLIDAY_WORK']);
    expect(reason(worked)).toBe('PRESENT: worked 60 min on a day off');
    expect(day({ marks: on(DAY, '11:00'), policy, calendar }).status).toBe('MISSING_MARK');
    const off = day({
      marks: on(DAY, '11:00', '12:00'),
      policy,
      calendar: { ...NOTHING, weeklyOffs: [{ weekday: 2 }] },
    });
    expect([off.status, off.flags]).toEqual(['PRESENT', ['WEEKLY_OFF_WORK']]);
    expect(day({ policy, calendar }).status).toBe('HOLIDAY');
  });

  it('each kind of day off has its own switch', () => {
    const off = { ...NOTHING, weeklyOffs: [{ weekday: 2 as const }] };
    const holiday = { ...NOTHING, holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' as const }] };
    const marks = on(DAY, '11:00', '12:00');
    expect(day({ marks, calendar: off, policy: { markOnHolidays: true } }).status).toBe('WEEKLY_OFF');
    expect(day({ marks, calendar: holiday, policy: { markOnWeeklyOffs: true } }).status).toBe('HOLIDAY');
  });

  it('a half holiday halves both thresholds and is expected in the other half', () => {
    const holidays = [{ date: DAY, name: 'Eve', portion: 'SECOND_HALF' as const }];
    const policy = { absentBelowMinutes: 240, halfDayBelowMinutes: 420 };
    const record = day({ marks: on(DAY, '09:00', '13:00'), policy, calendar: { ...NOTHING, holidays } });
    expect([record.status, record.dayType, record.isEarlyExit, record.holidayName]).toEqual([
      'PRESENT',
      'HALF_HOLIDAY',
      false,
      'Eve',
    ]);
    expect(record.flags).toEqual(['HALF_HOLIDAY']);
    expect(rules(record)).not.toContain('THRESHOLDS_HALVED');
    expect(record.trace.map(({ message }) => message)).toContain(
      'Half holiday Eve covers SECOND_HALF; both thresholds are halved',
    );
    const short = day({ marks: on(DAY, '09:00', '12:29'), policy, calendar: { ...NOTHING, holidays } });
    expect(reason(short)).toBe('HALF_DAY: worked 209 min < halfDayBelowMinutes 210');
    const morning = [{ date: DAY, name: 'Eve', portion: 'FIRST_HALF' as const }];
    expect(day({ marks: on(DAY, '13:00', '17:00'), calendar: { ...NOTHING, holidays: morning } }).isLateEntry).toBe(
      false,
    );
  });

  it('hold for their own site only', () => {
    const at2 = { siteId: 's2' };
    const holidays = [{ date: DAY, name: 'Elsewhere', portion: 'FULL' as const, ...at2 }];
    expect(day({ calendar: { ...NOTHING, holidays, weeklyOffs: [{ weekday: 2, ...at2 }] } }).status).toBe('ABSENT');
    expect(
      day({ calendar: { ...NOTHING, holidays: [{ date: DAY, name: 'Here', portion: 'FULL', siteId: 's1' }] } }).status,
    ).toBe('HOLIDAY');
    expect(day({ calendar: { ...NOTHING, weeklyOffs: [{ weekday: 2, siteId: 's1' }] } }).status).toBe('WEEKLY_OFF');
  });

  it('of two holidays on a date a full one counts, then the first by name', () => {
    const holidays = [
      { date: DAY, name: 'B', portion: 'FULL' as const },
      { date: DAY, name: 'A', portion: 'FIRST_HALF' as const },
      { date: DAY, name: 'C', portion: 'FULL' as const },
    ];
    expect(day({ calendar: { ...NOTHING, holidays } }).holidayName).toBe('B');
    expect(day({ calendar: { ...NOTHING, holidays: [...holidays].reverse() } }).holidayName).toBe('B');
  });

  it('a weekly off can be only some weeks of the month and only for a time', () => {
    const statuses = (weeklyOff: object) =>
      build({
        from: '2026-02-01',
        to: '2026-02-28',
        calendar: { ...NOTHING, weeklyOffs: [{ weekday: 6, ...weeklyOff }] },
      })
        .records.filter(({ status }) => status === 'WEEKLY_OFF')
        .map(({ workDate }) => workDate);
    expect(statuses({})).toEqual(['2026-02-07', '2026-02-14', '2026-02-21', '2026-02-28']);
    expect(statuses({ weeksOfMonth: [2, 4] })).toEqual(['2026-02-14', '2026-02-28']);
    expect(statuses({ from: '2026-02-14', to: '2026-02-21' })).toEqual(['2026-02-14', '2026-02-21']);
  });
});

describe('a refused face', () => {
  const refusedAttempts = [
    { attemptId: 'r2', at: at(`${DAY}T09:05`), outcome: 'NON_MATCH' },
    { attemptId: 'r1', at: at(`${DAY}T09:00`), outcome: 'LOW_QUALITY' },
  ];

  it('never makes an absence: without any mark the day is MISSING_MARK and lists the attempts in order', () => {
    const record = day({ refusedAttempts });
    expect(record.status).toBe('MISSING_MARK');
    expect(reason(record)).toBe('MISSING_MARK: no mark, but 2 refused attempts');
    expect(record.refusedAttempts.map(({ attemptId }) => attemptId)).toEqual(['r1', 'r2']);
    expect(record.flags).toEqual(['REFUSED_ATTEMPTS']);
    expect(rules(record)).toContain('REFUSED_ATTEMPTS');
  });

  it('beside a fallback mark gives the same status and pay', () => {
    const marks = [{ local: `${DAY}T09:00`, assurance: 'PIN' as const }, `${DAY}T17:00`];
    const record = day({ marks, refusedAttempts });
    const face = day({ marks: on(DAY, '09:00', '17:00') });
    expect([record.status, record.workedMinutes]).toEqual([face.status, face.workedMinutes]);
    expect(record.refusedAttempts).toHaveLength(2);
  });

  it('outside the window says nothing about the day', () => {
    const outside = [{ attemptId: 'r1', at: at(`${DAY}T07:59`), outcome: 'NON_MATCH' }];
    const record = day({ refusedAttempts: outside });
    expect([record.status, record.refusedAttempts]).toEqual(['ABSENT', []]);
    expect(reason(record)).toBe('ABSENT: no mark in the window');
  });
});

describe('flags beside the status', () => {
  it('remote, offline and corrected marks', () => {
    const record = day({
      marks: [
        { local: `${DAY}T09:00`, isRemote: true },
        { local: `${DAY}T12:00`, isOffline: true },
        { local: `${DAY}T13:00`, source: 'CORRECTION' },
        `${DAY}T17:00`,
      ],
    });
    expect(record.isRemote).toBe(true);
    expect(record.flags).toEqual(['REMOTE', 'OFFLINE_MARK', 'CORRECTED']);
    expect(day({ marks: on(DAY, '09:00', '17:00') }).isRemote).toBe(false);
  });
});
