import { expect, it } from 'vitest';
import { planDemoMonth } from './demo-month.js';
import { isWorkday } from './demo-shifts.js';

const now = new Date('2026-06-17T10:00:00Z');
const month = planDemoMonth({ personCount: 12, timeZoneOf: () => 'Europe/Berlin', now, isAtWork: isWorkday });

it('is the same month whenever it is planned for the same moment', () => {
  expect(planDemoMonth({ personCount: 12, timeZoneOf: () => 'Europe/Berlin', now, isAtWork: isWorkday })).toEqual(
    month,
  );
});

it('has no mark in the future, none of 30 days ago or earlier, and all in the order of time', () => {
  const times = month.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(Math.max(...times)).toBeLessThan(now.getTime());
  expect(Math.min(...times)).toBeGreaterThan(now.getTime() - 30 * 86_400_000);
});

it('has no mark of a person on a day on which the site is closed, and some on every day of the week', () => {
  const date = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'Europe/Berlin' });
  expect(month.filter(({ person, at }) => !isWorkday(person, date.format(at)))).toEqual([]);
  expect(new Set(month.map(({ at }) => at.getUTCDay())).size).toBe(7);
});

it('shows what an office sees: ordinary marks, a colleague under a foreign number, an empty camera', () => {
  const count = (face: string) => month.filter((mark) => mark.face === face).length;
  expect(count('SELF')).toBeGreaterThan(300);
  expect(count('COLLEAGUE')).toBeGreaterThan(0);
  expect(count('NOBODY')).toBeGreaterThan(0);
});

it('keeps the clock time of the site through the year', () => {
  const winter = planDemoMonth({
    personCount: 1,
    timeZoneOf: () => 'Asia/Tokyo',
    isAtWork: isWorkday,
    now: new Date('2026-01-20T12:00:00Z'),
  });
  const hours = new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Tokyo' });
  const seen = new Set(winter.filter(({ face }) => face === 'SELF').map(({ at }) => Number(hours.format(at))));
  expect([...seen].every((hour) => [8, 9, 12, 13, 16, 17].includes(hour))).toBe(true);
});
