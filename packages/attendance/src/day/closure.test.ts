import { describe, expect, it } from 'vitest';
import type { DeviceSync } from '../index.js';
import { at, build, DAY, day, NEXT_DAY, on, rules } from '../testing/scenario.js';

// The window of 09:00–17:00 closes at 21:00; the day may close at 22:00.
function withDevices(asOfLocal: string, devices: readonly DeviceSync[], marks: readonly string[] = []) {
  return day({ asOfLocal, marks, sites: [{ siteId: 's1', timeZone: 'Europe/Berlin', devices }] });
}

const silent: DeviceSync = { deviceId: 'd2', syncedThroughAt: at(`${DAY}T20:59`) };
const spoken: DeviceSync = { deviceId: 'd1', syncedThroughAt: at(`${DAY}T21:00`) };

describe('the closing of a day', () => {
  it.each([
    [`${DAY}T08:00`, 'IN_PROGRESS', 'OPEN'],
    [`${DAY}T20:59`, 'IN_PROGRESS', 'OPEN'],
    [`${DAY}T21:00`, 'IN_PROGRESS', 'WAITING'],
    [`${DAY}T21:59`, 'IN_PROGRESS', 'WAITING'],
    [`${DAY}T22:00`, 'ABSENT', 'FINAL'],
  ])('without marks at %s: %s, %s', (asOfLocal, status, closure) => {
    const record = day({ asOfLocal });
    expect([record.status, record.closure, record.isFinal]).toEqual([status, closure, closure === 'FINAL']);
  });

  it('has no record before its window opens', () => {
    expect(build({ asOfLocal: `${DAY}T07:59` }).records).toEqual([]);
    expect(build({ asOfLocal: `${DAY}T08:00` }).records).toHaveLength(1);
  });

  it('absentAfterMinutes sets the delay after the window', () => {
    expect(day({ asOfLocal: `${DAY}T21:00`, policy: { absentAfterMinutes: 0 } }).status).toBe('ABSENT');
    const waiting = day({ asOfLocal: `${NEXT_DAY}T00:59`, policy: { absentAfterMinutes: 240 } });
    expect(waiting.status).toBe('IN_PROGRESS');
    expect(waiting.trace.find(({ rule }) => rule === 'WAITING_DELAY')?.message).toBe(
      'Waiting until 01:00: absentAfterMinutes 240 after the window',
    );
    expect(waiting.trace.at(-1)?.message).toBe('IN_PROGRESS: WAITING, no verdict before the day is closed');
  });

  it('while it waits, only a full day is acknowledged; nothing bad is said before it is certain', () => {
    const asOfLocal = `${DAY}T21:30`;
    const full = day({ asOfLocal, marks: on(DAY, '09:00', '17:00') });
    expect([full.status, full.isFinal]).toEqual(['PRESENT', false]);
    expect(day({ asOfLocal, marks: on(DAY, '09:00') }).status).toBe('IN_PROGRESS');
    expect(day({ asOfLocal, marks: on(DAY, '09:00', '12:00'), policy: { halfDayBelowMinutes: 300 } }).status).toBe(
      'IN_PROGRESS',
    );
    expect(day({ asOfLocal, marks: on(DAY, '09:00', '12:00'), policy: { absentBelowMinutes: 300 } }).status).toBe(
      'IN_PROGRESS',
    );
  });
});

describe('devices that have not synchronised past the window', () => {
  it('keep the day waiting, named in the trace', () => {
    const record = withDevices(`${DAY}T22:00`, [silent, spoken]);
    expect([record.status, record.closure, record.silentDeviceIds]).toEqual(['IN_PROGRESS', 'WAITING', ['d2']]);
    expect(record.flags).toEqual(['AWAITING_SYNC']);
    expect(record.trace.find(({ rule }) => rule === 'WAITING_SYNC')?.message).toBe(
      'Waiting for d2 to synchronise past 21:00',
    );
  });

  it('do not matter once all have', () => {
    const record = withDevices(`${DAY}T22:00`, [spoken]);
    expect([record.status, record.silentDeviceIds]).toEqual(['ABSENT', []]);
    expect(rules(record).some((rule) => rule.startsWith('WAITING'))).toBe(false);
  });

  it('close the day provisionally after 24 h of waiting', () => {
    expect(withDevices(`${NEXT_DAY}T21:59`, [silent]).status).toBe('IN_PROGRESS');
    const record = withDevices(`${NEXT_DAY}T22:00`, [silent, { deviceId: 'd0', syncedThroughAt: null }]);
    expect([record.status, record.closure, record.isFinal]).toEqual(['ABSENT', 'PROVISIONAL', false]);
    expect(record.silentDeviceIds).toEqual(['d0', 'd2']);
    expect(record.flags).toEqual(['PROVISIONAL']);
    expect(record.trace.find(({ rule }) => rule === 'CLOSED_PROVISIONALLY')?.message).toBe(
      'Closed provisionally: d0, d2 did not synchronise past 21:00 within 24 h',
    );
  });

  it('that came into use after the window do not matter', () => {
    const record = withDevices(`${DAY}T22:00`, [
      { deviceId: 'd9', syncedThroughAt: null, activeFromAt: at(`${DAY}T21:00`) },
    ]);
    expect(record.status).toBe('ABSENT');
    const before = withDevices(`${DAY}T22:00`, [
      { deviceId: 'd9', syncedThroughAt: null, activeFromAt: at(`${DAY}T20:59`) },
    ]);
    expect(before.status).toBe('IN_PROGRESS');
  });

  it('do not hold back a full day, but keep it from being final', () => {
    const record = withDevices(`${DAY}T23:00`, [silent], on(DAY, '09:00', '17:00'));
    expect([record.status, record.isFinal, record.closure]).toEqual(['PRESENT', false, 'WAITING']);
    const flagged = withDevices(`${DAY}T21:30`, [silent], on(DAY, '09:00', '17:00'));
    expect(flagged.flags).toEqual(['AWAITING_SYNC']);
  });
});

describe('presence', () => {
  it.each([
    ['09:30', 'IN'],
    ['12:10', 'ON_BREAK'],
    ['13:00', 'IN'],
    ['17:30', 'OUT'],
  ])('at %s: %s', (time, presence) => {
    const marks = [
      `${DAY}T09:00`,
      { local: `${DAY}T12:00`, kind: 'BREAK_START' as const },
      { local: `${DAY}T12:30`, kind: 'BREAK_END' as const },
      `${DAY}T17:00`,
    ];
    expect(day({ marks, asOfLocal: `${DAY}T${time}` }).presence).toBe(presence);
  });

  it('is out once the window has closed', () => {
    expect(day({ marks: on(DAY, '09:00') }).presence).toBe('OUT');
  });
});
