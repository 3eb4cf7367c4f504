import { expect, it } from 'vitest';
import { planDemoMonth } from './demo-month.js';
import { isAtWorkIn, planDemoCalendar } from './demo-work.js';

const weekdayOf = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();

it('nobody marks attendance on the holiday or on a leave, which all fall on weekdays', () => {
  for (let day = 1; day <= 14; day += 1) {
    const now = new Date(Date.UTC(2026, 5, day, 10));
    const calendar = planDemoCalendar(now.toISOString().slice(0, 10));
    const dates = [calendar.holiday, ...calendar.leaves.map(({ from }) => from)];
    expect(
      dates.every((date) => weekdayOf(date) >= 1 && weekdayOf(date) <= 5),
      dates.join(' '),
    ).toBe(true);
    const isAtWork = isAtWorkIn(calendar);
    const month = planDemoMonth({ personCount: 12, timeZoneOf: () => 'UTC', now, isAtWork });
    expect(month.every(({ person, at }) => isAtWork(person, at.toISOString().slice(0, 10)))).toBe(true);
    expect(isAtWork(0, calendar.holiday)).toBe(false);
    expect(month.length).toBeGreaterThan(200);
  }
});
