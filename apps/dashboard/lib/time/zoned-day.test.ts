import { describe, expect, it } from 'vitest';
import { addDays, dateIn, isCalendarDate, momentOf, startOfDay } from './zoned-day';

describe('startOfDay', () => {
  it.each([
    ['2025-01-15', 'Europe/Berlin', '2025-01-14T23:00:00.000Z'],
    ['2025-07-15', 'Europe/Berlin', '2025-07-14T22:00:00.000Z'],
    // The days on which the clocks change still begin at midnight of the old offset.
    ['2025-03-30', 'Europe/Berlin', '2025-03-29T23:00:00.000Z'],
    ['2025-03-31', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
    ['2025-10-26', 'Europe/Berlin', '2025-10-25T22:00:00.000Z'],
    ['2025-10-27', 'Europe/Berlin', '2025-10-26T23:00:00.000Z'],
    ['2025-06-01', 'Asia/Kolkata', '2025-05-31T18:30:00.000Z'],
    ['2025-06-01', 'Pacific/Kiritimati', '2025-05-31T10:00:00.000Z'],
    ['2025-06-01', 'America/Los_Angeles', '2025-06-01T07:00:00.000Z'],
    ['2025-06-01', 'UTC', '2025-06-01T00:00:00.000Z'],
  ])('of %s in %s is %s', (date, timeZone, expected) => {
    expect(startOfDay(date, timeZone).toISOString()).toBe(expected);
  });

  it('is the first instant after the gap where midnight is skipped', () => {
    // In Beirut the clocks went from 00:00 to 01:00 on 31 March 2024.
    const start = startOfDay('2024-03-31', 'Asia/Beirut');
    expect(start.toISOString()).toBe('2024-03-30T22:00:00.000Z');
    expect(dateIn('Asia/Beirut', new Date(start.getTime() - 1))).toBe('2024-03-30');
    expect(dateIn('Asia/Beirut', start)).toBe('2024-03-31');
  });
});

describe('dateIn', () => {
  it('is the date people have there', () => {
    const at = new Date('2025-06-30T22:30:00Z');
    expect(dateIn('Europe/Berlin', at)).toBe('2025-07-01');
    expect(dateIn('America/New_York', at)).toBe('2025-06-30');
  });
});

describe('addDays', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2025-01-31', 1)).toBe('2025-02-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
});

describe('isCalendarDate', () => {
  it('accepts only real dates', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2025-02-29')).toBe(false);
    expect(isCalendarDate('2025-13-01')).toBe(false);
    expect(isCalendarDate('01.02.2025')).toBe(false);
  });
});

describe('momentOf', () => {
  it.each([
    ['2025-01-15', '09:00', 'Europe/Berlin', '2025-01-15T08:00:00.000Z'],
    ['2025-07-15', '00:30', 'Europe/Berlin', '2025-07-14T22:30:00.000Z'],
    // Shown twice: the first one.
    ['2025-10-26', '02:30', 'Europe/Berlin', '2025-10-26T00:30:00.000Z'],
    ['2025-10-26', '04:00', 'Europe/Berlin', '2025-10-26T03:00:00.000Z'],
    ['2025-03-30', '04:00', 'Europe/Berlin', '2025-03-30T02:00:00.000Z'],
    ['2025-06-01', '12:00', 'Asia/Kolkata', '2025-06-01T06:30:00.000Z'],
    ['2025-06-01', '12:00', 'Pacific/Kiritimati', '2025-05-31T22:00:00.000Z'],
  ])('of %s %s in %s is %s', (date, time, timeZone, expected) => {
    expect(momentOf(date, time, timeZone).toISOString()).toBe(expected);
  });
});
