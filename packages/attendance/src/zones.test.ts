import { describe, expect, it } from 'vitest';
import { momentOfLocalTime } from './index.js';
import { localDay } from './schedule/occurrence.js';
import { at, build, day } from './testing/scenario.js';

const NIGHT = { start: '22:00', end: '06:00' };

describe('a night shift 22:00–06:00 is 8 h on the clock in every zone; what is worked is the time that passed', () => {
  it.each([
    ['Europe/Berlin', '2026-02-10', 480],
    ['Europe/Berlin', '2026-03-28', 420],
    ['Europe/Berlin', '2026-10-24', 540],
    ['America/New_York', '2026-03-07', 420],
    ['America/New_York', '2026-10-31', 540],
    ['Asia/Kolkata', '2026-03-28', 480],
    ['Asia/Kolkata', '2026-10-24', 480],
    ['Australia/Lord_Howe', '2026-04-04', 510],
    ['Australia/Lord_Howe', '2026-10-03', 450],
    ['Africa/Casablanca', '2026-02-14', 540],
    ['Africa/Casablanca', '2026-03-21', 420],
    ['Pacific/Apia', '2026-03-28', 480],
  ])('%s on %s: %d minutes', (zone, date, minutes) => {
    const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    const record = day({ zone, from: date, shift: NIGHT, marks: [`${date}T22:00`, `${next}T06:00`] });
    expect(record.workedMinutes).toBe(minutes);
    expect(record.scheduledMinutes).toBe(minutes);
    expect(record.flags).toEqual(minutes === 480 ? [] : ['CLOCK_CHANGE']);
    expect(record.status).toBe('PRESENT');
  });
});

describe('a day shift 09:00–17:00 starts at nine on the clock of its site', () => {
  it.each([
    ['Europe/Berlin', '2026-03-27', '2026-03-27T08:00:00Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-30T07:00:00Z'],
    ['America/New_York', '2026-03-06', '2026-03-06T14:00:00Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T13:00:00Z'],
    ['Asia/Kolkata', '2026-03-09', '2026-03-09T03:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-03', '2026-04-02T22:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-06', '2026-04-05T22:30:00Z'],
    ['Africa/Casablanca', '2026-02-13', '2026-02-13T08:00:00Z'],
    ['Africa/Casablanca', '2026-02-16', '2026-02-16T09:00:00Z'],
    ['Pacific/Apia', '2026-03-09', '2026-03-08T20:00:00Z'],
  ])('%s on %s: %s', (zone, date, startAt) => {
    const record = day({ zone, from: date });
    expect(record.scheduledStartAt).toBe(startAt);
    expect(record.scheduledMinutes).toBe(480);
  });
});

describe('the day the clock changes', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('%s on %s has %d hours', (zone, date, hours) => {
    const { startMs, endMs } = localDay(date, zone);
    expect((endMs - startMs) / 3_600_000).toBe(hours);
  });

  it('a shift that starts at the skipped 02:30 starts at 03:30, and who comes then is not late', () => {
    const record = day({
      from: '2026-03-29',
      shift: { start: '02:30', end: '10:30' },
      marks: ['2026-03-29T03:30', '2026-03-29T10:30'],
    });
    expect(record.scheduledStartAt).toBe('2026-03-29T01:30:00Z');
    expect(record.scheduledMinutes).toBe(420);
    expect([record.isLateEntry, record.workedMinutes]).toEqual([false, 420]);
    expect(record.trace.find(({ rule }) => rule === 'TIME_SKIPPED')?.message).toBe(
      '02:30 does not exist on this date; it counts as 03:30',
    );
  });

  it('a shift that ends at the skipped 02:30 ends at 03:30', () => {
    const record = day({ from: '2026-03-28', shift: { start: '18:30', end: '02:30' } });
    expect(record.scheduledEndAt).toBe('2026-03-29T01:30:00Z');
    expect(record.scheduledMinutes).toBe(480);
  });

  it('a shift inside the skipped hour that would end before it starts has no length and never a negative one', () => {
    const record = day({ from: '2026-03-29', shift: { start: '02:15', end: '03:00' } });
    expect(record.scheduledMinutes).toBe(0);
    expect(record.scheduledStartAt).toBe('2026-03-29T01:15:00Z');
    expect(record.scheduledEndAt).toBe('2026-03-29T01:15:00Z');
  });

  it('a shift that starts at the repeated 01:30 starts at the first one; the second is an hour late', () => {
    const scenario = { zone: 'America/New_York', from: '2026-11-01', shift: { start: '01:30', end: '09:30' } };
    const first = { local: '2026-11-01T01:30', at: '2026-11-01T05:30:00Z' };
    const second = { local: '2026-11-01T01:30', at: '2026-11-01T06:30:00Z' };
    const punctual = day({ ...scenario, marks: [first, '2026-11-01T09:30'] });
    expect(punctual.scheduledStartAt).toBe('2026-11-01T05:30:00Z');
    expect([punctual.scheduledMinutes, punctual.workedMinutes, punctual.isLateEntry]).toEqual([540, 540, false]);
    const late = day({ ...scenario, marks: [second, '2026-11-01T09:30'] });
    expect([late.lateMinutes, late.workedMinutes]).toEqual([60, 480]);
  });

  it('a shift that ends at the repeated 01:30 ends at the first one; staying to the second is overtime', () => {
    const record = day({
      zone: 'America/New_York',
      from: '2026-10-31',
      shift: { start: '17:30', end: '01:30' },
      policy: { overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0 } },
      marks: ['2026-10-31T17:30', { local: '2026-11-01T01:30', at: '2026-11-01T06:30:00Z' }],
    });
    expect(record.scheduledEndAt).toBe('2026-11-01T05:30:00Z');
    expect([record.scheduledMinutes, record.workedMinutes, record.overtimeMinutes]).toEqual([480, 540, 60]);
  });

  it('a date the zone skipped has no record, and the days beside it keep theirs', () => {
    const { records } = build({ zone: 'Pacific/Apia', from: '2011-12-29', to: '2011-12-31' });
    expect(records.map(({ workDate }) => workDate)).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('a night shift over a skipped date is worked in the hours that exist', () => {
    const record = day({
      zone: 'Pacific/Apia',
      from: '2011-12-29',
      shift: NIGHT,
      marks: ['2011-12-29T22:00', '2011-12-31T06:00'],
    });
    expect([record.scheduledMinutes, record.workedMinutes]).toEqual([480, 480]);
  });

  it('a day off on the day the clock changes spans its 25 hours', () => {
    const record = day({
      from: '2026-10-25',
      policy: { markOnWeeklyOffs: true },
      calendar: { holidays: [], weeklyOffs: [{ weekday: 7 }], leaves: [] },
      shift: { pattern: { kind: 'WEEKLY', weekdays: [7] } },
    });
    expect(record.windowOpensAt).toBe('2026-10-24T22:00:00Z');
    expect(record.windowClosesAt).toBe('2026-10-25T23:00:00Z');
  });
});

describe('a local time typed by a person', () => {
  it.each([
    ['2026-11-01', '01:30', 'America/New_York', undefined, '2026-11-01T05:30:00Z'],
    ['2026-11-01', '01:30', 'America/New_York', 'FIRST', '2026-11-01T05:30:00Z'],
    ['2026-11-01', '01:30', 'America/New_York', 'SECOND', '2026-11-01T06:30:00Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', 'SECOND', '2026-10-25T01:30:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', 'FIRST', '2026-04-04T14:45:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', 'SECOND', '2026-04-04T15:15:00Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', 'FIRST', '2026-03-29T01:30:00Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', 'SECOND', '2026-03-29T01:30:00Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', 'FIRST', '2026-10-03T15:45:00Z'],
    ['2026-02-10', '09:00', 'Asia/Kolkata', 'SECOND', '2026-02-10T03:30:00Z'],
  ] as const)('%s %s in %s, %s: %s', (date, time, timeZone, repeated, expected) => {
    expect(momentOfLocalTime({ date, time, timeZone, ...(repeated === undefined ? {} : { repeated }) })).toBe(expected);
  });

  it.each([
    ['date', { date: '2026-02-30', time: '09:00', timeZone: 'Europe/Berlin' }, 'DATE_UNKNOWN'],
    ['date', { date: '26-02-03', time: '09:00', timeZone: 'Europe/Berlin' }, 'DATE_FORMAT'],
    ['date', { date: '2026-02-03T00:00', time: '09:00', timeZone: 'Europe/Berlin' }, 'DATE_FORMAT'],
    ['time', { date: '2026-02-10', time: '24:00', timeZone: 'Europe/Berlin' }, 'TIME_FORMAT'],
    ['time', { date: '2026-02-10', time: '9:00', timeZone: 'Europe/Berlin' }, 'TIME_FORMAT'],
    ['time', { date: '2026-02-10', time: '09:60', timeZone: 'Europe/Berlin' }, 'TIME_FORMAT'],
    ['time', { date: '2026-02-10', time: '09:000', timeZone: 'Europe/Berlin' }, 'TIME_FORMAT'],
    ['timeZone', { date: '2026-02-10', time: '09:00', timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN'],
    ['timeZone', { date: '2026-02-10', time: '09:00', timeZone: '+05:30' }, 'TIME_ZONE_UNKNOWN'],
    ['timeZone', { date: '2026-02-10', time: '09:00', timeZone: '' }, 'TIME_ZONE_UNKNOWN'],
  ])('refuses %s of %o as %s', (field, input, code) => {
    expect(() => momentOfLocalTime(input)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field, code }) }),
    );
  });
});

describe('an employee who moves between zones', () => {
  it('has no day twice and loses no mark when the move goes over the date line', () => {
    const { records, offShift } = build({
      from: '2026-02-10',
      to: '2026-02-12',
      sites: [
        { siteId: 's1', timeZone: 'Pacific/Honolulu' },
        { siteId: 's2', timeZone: 'Pacific/Apia' },
      ],
      employee: {
        employeeId: 'e1',
        homeTimeZone: 'Pacific/Honolulu',
        sites: [
          { siteId: 's1', to: '2026-02-10' },
          { siteId: 's2', from: '2026-02-11' },
        ],
      },
      marks: [
        { local: '2026-02-10T09:00', timeZone: 'Pacific/Honolulu' },
        { local: '2026-02-12T09:00', timeZone: 'Pacific/Apia' },
        { local: '2026-02-12T17:00', timeZone: 'Pacific/Apia' },
      ],
    });
    expect(records.map(({ workDate, timeZone, status }) => [workDate, timeZone, status])).toEqual([
      ['2026-02-10', 'Pacific/Honolulu', 'MISSING_MARK'],
      ['2026-02-11', 'Pacific/Apia', 'ABSENT'],
      ['2026-02-12', 'Pacific/Apia', 'PRESENT'],
    ]);
    expect(offShift).toEqual([]);
    expect(records[0]?.firstInAt).toBe(at('2026-02-10T09:00', 'Pacific/Honolulu'));
  });
});
