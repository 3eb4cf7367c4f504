import { describe, expect, it } from 'vitest';
import { latestSend, nextSend, rangeOfSend } from './send-times.js';

const times = (more: object = {}) => ({
  ...({ frequency: 'DAILY', weekday: null, dayOfMonth: null, time: '07:30', timeZone: 'Europe/Berlin' } as const),
  ...more,
});
const next = (more: object, after: string) => nextSend(times(more), new Date(after)).toISOString();

describe('when a report is sent', () => {
  it('is the same time on the wall in summer and in winter', () => {
    expect(next({}, '2026-03-28T12:00:00Z')).toBe('2026-03-29T05:30:00.000Z');
    expect(next({}, '2026-03-27T12:00:00Z')).toBe('2026-03-28T06:30:00.000Z');
    expect(next({}, '2026-10-24T12:00:00Z')).toBe('2026-10-25T06:30:00.000Z');
  });

  it('is once a day where the clock skips the time or shows it twice', () => {
    expect(next({ time: '02:30' }, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next({ time: '02:30' }, '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next({ time: '02:30' }, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next({ time: '02:30' }, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('goes by the date of the zone, and is never the moment itself', () => {
    expect(next({ timeZone: 'Asia/Tokyo', time: '00:10' }, '2026-05-01T15:10:00Z')).toBe('2026-05-02T15:10:00.000Z');
    expect(next({ timeZone: 'Asia/Tokyo', time: '00:10' }, '2026-05-01T15:09:59Z')).toBe('2026-05-01T15:10:00.000Z');
  });

  it('of a week or a month is its day', () => {
    expect(next({ frequency: 'WEEKLY', weekday: 7 }, '2026-05-01T12:00:00Z')).toBe('2026-05-03T05:30:00.000Z');
    expect(next({ frequency: 'MONTHLY', dayOfMonth: 28 }, '2026-01-28T12:00:00Z')).toBe('2026-02-28T06:30:00.000Z');
    expect(next({ frequency: 'MONTHLY', dayOfMonth: 1 }, '2026-12-02T12:00:00Z')).toBe('2027-01-01T06:30:00.000Z');
  });

  it('is the latest of those that were missed', () => {
    const [due, now] = [new Date('2026-05-01T05:30:00Z'), new Date('2026-05-04T12:00:00Z')];
    expect(latestSend(times(), due, now).toISOString()).toBe('2026-05-04T05:30:00.000Z');
    expect(latestSend(times(), due, due)).toEqual(due);
  });
});

describe('what it is about', () => {
  const range = (more: object, at: string) => rangeOfSend(times(more), new Date(at));

  it('is the day, the seven days or the month before', () => {
    expect(range({}, '2026-03-01T06:30:00Z')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(range({ frequency: 'WEEKLY', weekday: 1 }, '2026-05-04T05:30:00Z')).toEqual({
      ...{ from: '2026-04-27', to: '2026-05-03' },
    });
    expect(range({ frequency: 'MONTHLY', dayOfMonth: 28 }, '2027-01-28T06:30:00Z')).toEqual({
      ...{ from: '2026-12-01', to: '2026-12-31' },
    });
  });

  it('goes by the date of the zone', () => {
    const more = { timeZone: 'Pacific/Auckland', time: '07:00' };
    expect(range(more, '2026-05-01T19:00:00Z')).toEqual({ from: '2026-05-01', to: '2026-05-01' });
  });
});
