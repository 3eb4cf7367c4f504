import { describe, expect, it } from 'vitest';
import { at, build, DAY, day, NEXT_DAY, on, roles, rules } from './testing/scenario.js';

const NIGHT = { shiftId: 'night', start: '22:00', end: '06:00', policyId: 'p1' } as const;

describe('hard cases', () => {
  it('09:00 only, day over: MISSING_MARK, never present with 0 h, never absent', () => {
    for (const policy of [
      {},
      { pairing: 'BY_KIND' },
      { hours: 'EVERY_PAIR' },
      { absentBelowMinutes: 240, halfDayBelowMinutes: 420 },
    ] as const) {
      const record = day({ marks: on(DAY, '09:00'), policy });
      expect(record.status).toBe('MISSING_MARK');
      expect(record.lastOutAt).toBeNull();
      expect(record.workedMinutes).toBe(0);
      expect(roles(record)).toEqual(['OPEN_IN']);
    }
  });

  it('09 IN, 12 OUT, 13 IN with EVERY_PAIR: 180 min worked, MISSING_MARK, last out 12:00', () => {
    const record = day({ marks: on(DAY, '09:00', '12:00', '13:00'), policy: { hours: 'EVERY_PAIR' } });
    expect(record.workedMinutes).toBe(180);
    expect(record.status).toBe('MISSING_MARK');
    expect(record.lastOutAt).toBe(at(`${DAY}T12:00`));
  });

  it('08 OUT, 09 IN with BY_KIND and FIRST_IN_LAST_OUT: never negative, MISSING_MARK, the orphan out flagged', () => {
    const record = day({
      marks: [
        { local: `${DAY}T08:00`, kind: 'CHECK_OUT' },
        { local: `${DAY}T09:00`, kind: 'CHECK_IN' },
      ],
      policy: { pairing: 'BY_KIND', hours: 'FIRST_IN_LAST_OUT' },
    });
    expect(record.workedMinutes).toBe(0);
    expect(record.status).toBe('MISSING_MARK');
    expect(roles(record)).toEqual(['ORPHAN_OUT', 'OPEN_IN']);
    expect(record.flags).toContain('ORPHAN_MARK');
  });

  it('09:00, 09:01, 17:00, 17:01 with ALTERNATING and EVERY_PAIR: 480 min, two double taps flagged', () => {
    const record = day({ marks: on(DAY, '09:00', '09:01', '17:00', '17:01'), policy: { hours: 'EVERY_PAIR' } });
    expect(record.workedMinutes).toBe(480);
    expect(record.status).toBe('PRESENT');
    expect(roles(record)).toEqual(['IN', 'DOUBLE_TAP', 'OUT', 'DOUBLE_TAP']);
    expect(record.flags).toEqual(['DOUBLE_TAP']);
  });

  it('overnight 22–06 with 21:55 IN and 06:05 OUT: one record on the start date, 490 min, 480 with nearest 15', () => {
    const marks = [`${DAY}T21:55`, `${NEXT_DAY}T06:05`];
    const shift = { start: '22:00', end: '06:00' };
    const exact = day({ marks, shift });
    expect(exact.workDate).toBe(DAY);
    expect(exact.workedMinutes).toBe(490);
    const nearest = { toMinutes: 15, direction: 'NEAREST' } as const;
    const rounded = day({ marks, shift, policy: { rounding: { in: nearest, out: nearest } } });
    expect(rounded.workedMinutes).toBe(480);
    expect(rounded.firstInAt).toBe(at(`${DAY}T21:55`));
    expect(rounded.lastOutAt).toBe(at(`${NEXT_DAY}T06:05`));
  });

  it('night shift then morning shift the next day: each mark goes to the shift whose trimmed window holds it', () => {
    const { records, offShift } = build({
      from: DAY,
      to: NEXT_DAY,
      marks: [`${DAY}T22:00`, `${NEXT_DAY}T06:10`, `${NEXT_DAY}T07:40`, `${NEXT_DAY}T16:00`],
      shifts: [NIGHT, { shiftId: 'morning', start: '08:00', end: '16:00', policyId: 'p1' }],
      assignments: [
        { assignmentId: 'a1', employeeId: 'e1', from: DAY, to: DAY, schedule: { kind: 'SHIFT', shiftId: 'night' } },
        { assignmentId: 'a2', employeeId: 'e1', from: NEXT_DAY, schedule: { kind: 'SHIFT', shiftId: 'morning' } },
      ],
    });
    expect(records.map(({ shiftId, workedMinutes, status }) => [shiftId, workedMinutes, status])).toEqual([
      ['night', 490, 'PRESENT'],
      ['morning', 500, 'PRESENT'],
    ]);
    expect(records[0]?.windowClosesAt).toBe(at(`${NEXT_DAY}T07:00`));
    expect(records[1]?.windowOpensAt).toBe(at(`${NEXT_DAY}T07:00`));
    expect(offShift).toEqual([]);
  });

  it('forgot OUT yesterday, IN today with ALTERNATING: today starts with in, yesterday is MISSING_MARK', () => {
    const { records } = build({
      from: DAY,
      to: NEXT_DAY,
      marks: [`${DAY}T09:00`, `${NEXT_DAY}T09:00`, `${NEXT_DAY}T17:00`],
    });
    expect(records.map(({ status }) => status)).toEqual(['MISSING_MARK', 'PRESENT']);
    expect(records.map(roles)).toEqual([['OPEN_IN'], ['IN', 'OUT']]);
  });

  it('split shift 08–12 and 16–20: two records on one date, no invented break', () => {
    const { records } = build({
      marks: on(DAY, '08:00', '12:00', '16:00', '20:00'),
      shifts: [
        { shiftId: 'am', start: '08:00', end: '12:00', policyId: 'p1' },
        { shiftId: 'pm', start: '16:00', end: '20:00', policyId: 'p1' },
      ],
      assignments: ['am', 'pm'].map((shiftId) => ({
        assignmentId: shiftId,
        employeeId: 'e1',
        from: DAY,
        schedule: { kind: 'SHIFT', shiftId },
      })),
    });
    expect(
      records.map((record) => [record.workDate, record.shiftId, record.workedMinutes, record.breakMinutes]),
    ).toEqual([
      [DAY, 'am', 240, 0],
      [DAY, 'pm', 240, 0],
    ]);
  });

  it('late by exactly the grace of 15 min: not late; one second more: late', () => {
    const policy = { lateGraceMinutes: 15 };
    const exactly = day({ marks: on(DAY, '09:15:00', '17:00'), policy });
    expect(exactly.isLateEntry).toBe(false);
    expect(exactly.lateMinutes).toBe(0);
    const over = day({ marks: on(DAY, '09:15:01', '17:00'), policy });
    expect(over.isLateEntry).toBe(true);
    expect(over.lateMinutes).toBe(15);
    expect(over.flags).toEqual(['LATE_ENTRY']);
  });

  it('half-day leave and the other half worked: HALF_DAY with the leave, not overwritten by a later rebuild', () => {
    const scenario = {
      marks: on(DAY, '13:00', '17:00'),
      policy: { halfDayBelowMinutes: 420, absentBelowMinutes: 240 },
      calendar: {
        holidays: [],
        weeklyOffs: [],
        leaves: [{ leaveId: 'l1', leaveTypeId: 'annual', from: DAY, to: DAY, portion: 'FIRST_HALF', isPaid: true }],
      },
    } as const;
    const record = day(scenario);
    expect(record.status).toBe('HALF_DAY');
    expect(record.leaves.map(({ leaveId }) => leaveId)).toEqual(['l1']);
    expect(record.isLateEntry).toBe(false);
    expect(day({ ...scenario, asOfLocal: '2026-06-01T00:00' })).toEqual(record);
  });

  it('holiday work: recorded as overtime with markOnHolidays, kept as off-shift without', () => {
    const scenario = {
      marks: on(DAY, '09:00', '17:00'),
      calendar: { holidays: [{ date: DAY, name: 'Feast', portion: 'FULL' }], weeklyOffs: [], leaves: [] },
    } as const;
    const overtime = { side: 'BOTH', startsAfterMinutes: 15, holidayPercent: 200 } as const;
    const worked = day({ ...scenario, policy: { markOnHolidays: true, overtime } });
    expect(worked.status).toBe('PRESENT');
    expect(worked.overtimeMinutes).toBe(480);
    expect(worked.overtime.percent).toBe(200);
    const { records, offShift } = build({ ...scenario, policy: { overtime } });
    expect(records.map(({ status, workedMinutes }) => [status, workedMinutes])).toEqual([['HOLIDAY', 0]]);
    expect(offShift.map(({ eventId, reason }) => [eventId, reason])).toEqual([
      ['m01', 'HOLIDAY'],
      ['m02', 'HOLIDAY'],
    ]);
  });

  it('joins on Wednesday, leaves on Friday: no absence before or after', () => {
    const { records } = build({
      from: '2026-02-09',
      to: '2026-02-15',
      employee: {
        employeeId: 'e1',
        homeTimeZone: 'Europe/Berlin',
        joiningDate: '2026-02-11',
        leavingDate: '2026-02-13',
        sites: [{ siteId: 's1' }],
      },
    });
    expect(records.map(({ workDate, status }) => [workDate, status])).toEqual([
      ['2026-02-11', 'ABSENT'],
      ['2026-02-12', 'ABSENT'],
      ['2026-02-13', 'ABSENT'],
    ]);
  });

  it('left on Tuesday, hired again on Friday: no absence between, and a mark between belongs to no day', () => {
    const { records, offShift } = build({
      from: '2026-02-09',
      to: '2026-02-13',
      marks: ['2026-02-11T09:00'],
      employee: {
        employeeId: 'e1',
        homeTimeZone: 'Europe/Berlin',
        serviceBreaks: [{ from: '2026-02-11', to: '2026-02-12' }],
        sites: [{ siteId: 's1' }],
      },
    });
    expect(records.map(({ workDate }) => workDate)).toEqual(['2026-02-09', '2026-02-10', '2026-02-13']);
    expect(offShift.map(({ reason }) => reason)).toEqual(['NOT_EMPLOYED']);
  });

  it('autumn night 22–06 in a zone with DST: 8 h on the clock, 540 elapsed minutes worked', () => {
    const record = day({
      from: '2026-10-24',
      marks: ['2026-10-24T22:00', '2026-10-25T06:00'],
      shift: { start: '22:00', end: '06:00' },
    });
    expect(record.workedMinutes).toBe(540);
    expect(record.trace.find(({ rule }) => rule === 'CLOCK_CHANGE')?.values).toEqual({
      clockMinutes: 480,
      elapsedMinutes: 540,
    });
    expect(record.isEarlyExit || record.isLateEntry).toBe(false);
  });

  it('spring night 22–06 in a zone with DST: 8 h on the clock, 420 elapsed minutes worked', () => {
    const record = day({
      from: '2026-03-28',
      marks: ['2026-03-28T22:00', '2026-03-29T06:00'],
      shift: { start: '22:00', end: '06:00' },
    });
    expect(record.workedMinutes).toBe(420);
    expect(record.flags).toEqual(['CLOCK_CHANGE']);
    expect(rules(record)).toContain('CLOCK_CHANGE');
  });

  it('assignment changes at midnight during an overnight shift: the shift that began keeps its marks', () => {
    const { records } = build({
      from: DAY,
      to: NEXT_DAY,
      marks: [`${DAY}T21:58`, `${NEXT_DAY}T06:03`],
      shifts: [NIGHT, { shiftId: 'late', start: '14:00', end: '22:00', policyId: 'p1' }],
      assignments: [
        { assignmentId: 'a1', employeeId: 'e1', from: DAY, to: DAY, schedule: { kind: 'SHIFT', shiftId: 'night' } },
        { assignmentId: 'a2', employeeId: 'e1', from: NEXT_DAY, schedule: { kind: 'SHIFT', shiftId: 'late' } },
      ],
    });
    expect(records.map((record) => [record.shiftId, record.status, roles(record)])).toEqual([
      ['night', 'PRESENT', ['IN', 'OUT']],
      ['late', 'ABSENT', []],
    ]);
  });

  it('employee moves site and zone mid-month: each mark keeps its own zone', () => {
    const { records } = build({
      from: DAY,
      to: NEXT_DAY,
      marks: [
        { local: `${DAY}T09:00`, timeZone: 'Europe/Berlin' },
        { local: `${DAY}T17:00`, timeZone: 'Europe/Berlin' },
        { local: `${NEXT_DAY}T09:00`, timeZone: 'Asia/Kolkata' },
        { local: `${NEXT_DAY}T17:00`, timeZone: 'Asia/Kolkata' },
      ],
      sites: [
        { siteId: 's1', timeZone: 'Europe/Berlin' },
        { siteId: 's2', timeZone: 'Asia/Kolkata' },
      ],
      employee: {
        employeeId: 'e1',
        homeTimeZone: 'Europe/Berlin',
        sites: [
          { siteId: 's1', to: DAY },
          { siteId: 's2', from: NEXT_DAY },
        ],
      },
    });
    expect(records.map(({ timeZone, workedMinutes, isLateEntry }) => [timeZone, workedMinutes, isLateEntry])).toEqual([
      ['Europe/Berlin', 480, false],
      ['Asia/Kolkata', 480, false],
    ]);
    expect(records.map(({ marks }) => marks.map(({ timeZone }) => timeZone))).toEqual([
      ['Europe/Berlin', 'Europe/Berlin'],
      ['Asia/Kolkata', 'Asia/Kolkata'],
    ]);
  });
});
