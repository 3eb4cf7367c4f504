import { describe, expect, it } from 'vitest';
import type { Calendar, DayRecord, RefusedAttempt, Site } from '../index.js';
import { at, build, DAY, day, NEXT_DAY, on, rules } from '../testing/scenario.js';

const BERLIN = 'Europe/Berlin';
const holiday = (portion: 'FULL' | 'SECOND_HALF'): Calendar => ({
  holidays: [{ date: DAY, name: 'Founding day', portion }],
  weeklyOffs: [],
  leaves: [],
});
const valuesOf = ({ trace }: DayRecord, name: string) => trace.find(({ rule }) => rule === name)?.values;

describe('what a day says beside its status', () => {
  it('an open day waits for nobody and has the plain rules alone', () => {
    const open = day({ asOfLocal: `${DAY}T12:00`, marks: on(DAY, '09:00') });
    expect([open.dayType, open.silentDeviceIds, open.flags]).toEqual(['WORKDAY', [], ['OPEN_CHECK_IN']]);
    expect(rules(open)).toEqual([
      ...['POLICY', 'SHIFT', 'WINDOW', 'PAIRING', 'OPEN_CHECK_IN', 'HOURS', 'WORKED', 'STATUS_IN_PROGRESS'],
    ]);
  });

  it('waiting for the delay alone is no waiting for devices', () => {
    expect(day({ asOfLocal: `${DAY}T21:30` })).toMatchObject({ closure: 'WAITING', flags: [] });
  });

  it('a day off whose work would count is no work while there is no mark', () => {
    const policy = { markOnHolidays: true, markOnWeeklyOffs: true };
    expect(day({ policy, calendar: holiday('FULL') }).flags).toEqual([]);
    const weeklyOffs = [{ weekday: 2 }] as const;
    expect(day({ policy, calendar: { holidays: [], weeklyOffs, leaves: [] } }).flags).toEqual([]);
  });

  it('a day off that takes no marks waits for no device and has no rule about one', () => {
    const devices = [{ deviceId: 'd2', syncedThroughAt: null }];
    const off = day({ calendar: holiday('FULL'), sites: [{ siteId: 's1', timeZone: BERLIN, devices }] });
    expect([off.closure, off.silentDeviceIds]).toEqual(['FINAL', []]);
    expect(rules(off)).toEqual(['POLICY', 'SHIFT', 'HOLIDAY', 'STATUS_HOLIDAY']);
    expect(valuesOf(off, 'HOLIDAY')).toEqual({ holidayName: 'Founding day' });
  });

  it('a half holiday is expected in its other half, with no word about leave', () => {
    const half = day({ calendar: holiday('SECOND_HALF'), marks: on(DAY, '09:00', '13:00') });
    expect(rules(half).slice(0, 5)).toEqual(['POLICY', 'SHIFT', 'HALF_HOLIDAY', 'WINDOW', 'EXPECTED_HOURS']);
  });

  it('leave and refused attempts stand in the trace with what they were', () => {
    const leave = {
      ...{ leaveId: 'l7', leaveTypeId: 'sick' },
      portion: 'FULL',
      isPaid: true,
      from: DAY,
      to: DAY,
    } as const;
    const onLeave = day({ calendar: { holidays: [], weeklyOffs: [], leaves: [leave] } });
    expect(valuesOf(onLeave, 'LEAVE')).toEqual({ leaveTypeId: 'sick', portion: 'FULL', leaveId: 'l7' });
    const refusedAttempts = [{ attemptId: 'x', at: at(`${DAY}T09:00`), outcome: 'NON_MATCH' }];
    expect(valuesOf(day({ refusedAttempts }), 'REFUSED_ATTEMPTS')).toEqual({ count: 1 });
  });

  it('refused attempts are in order of time, those of one moment in order of their ids', () => {
    const attempt = (attemptId: string, time: string): RefusedAttempt => ({
      ...{ attemptId, at: at(`${DAY}T${time}`), outcome: 'NON_MATCH' },
    });
    const given = [attempt('a', '09:02'), attempt('d', '09:01'), attempt('c', '09:01')];
    for (const refusedAttempts of [given, [...given].reverse()])
      expect(day({ refusedAttempts }).refusedAttempts.map(({ attemptId }) => attemptId)).toEqual(['c', 'd', 'a']);
  });

  it('each mark keeps the site where it was made', () => {
    const sites = day({
      marks: [
        { local: `${DAY}T09:00`, siteId: 's9' },
        { local: `${DAY}T17:00`, siteId: null },
      ],
    }).marks;
    expect(sites.map(({ siteId }) => siteId)).toEqual(['s9', null]);
  });

  it.each([
    ['activeFromAt', { deviceId: 'd9', syncedThroughAt: null, activeFromAt: 'soon' }],
    ['syncedThroughAt', { deviceId: 'd9', syncedThroughAt: 'soon' }],
  ])('a device whose %s is no moment is refused by its name', (field, device) => {
    const sites: readonly Site[] = [{ siteId: 's1', timeZone: BERLIN, devices: [device] }];
    expect(() => day({ sites })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: `sites.devices.d9.${field}` }) }),
    );
  });
});

describe('a mark that no window holds', () => {
  const reasons = (scenario: Parameters<typeof build>[0]) => build(scenario).offShift.map(({ reason }) => reason);

  it('is told once: in the range as off shift, beyond it as outside of the range', () => {
    const { offShift, outsideRange } = build({ marks: [...on(DAY, '05:00'), ...on(NEXT_DAY, '05:00')] });
    expect([offShift.map(({ eventId }) => eventId), outsideRange]).toEqual([['m01'], ['m02']]);
  });

  it('made at this very moment is not in the future', () => {
    expect(reasons({ marks: on(DAY, '07:00'), asOfLocal: `${DAY}T07:00` })).toEqual(['OUTSIDE_WINDOW']);
    expect(reasons({ marks: on(DAY, '07:00:01'), asOfLocal: `${DAY}T07:00` })).toEqual(['IN_FUTURE']);
  });

  it('belongs to a day off from its first moment to its last', () => {
    const of = (date: string, ...times: readonly string[]) =>
      reasons({ from: DAY, to: NEXT_DAY, calendar: holiday('FULL'), marks: on(date, ...times) });
    expect(of(DAY, '00:00', '23:59:59')).toEqual(['HOLIDAY', 'HOLIDAY']);
    expect(of(NEXT_DAY, '00:00', '05:00')).toEqual(['OUTSIDE_WINDOW', 'OUTSIDE_WINDOW']);
  });
});
