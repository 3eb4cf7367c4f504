import { expect, it } from 'vitest';
import { weekdaysFrom, weekOf } from './week-days';

it.each([
  [1, '2026-03-02', '2026-03-08'],
  [7, '2026-03-01', '2026-03-07'],
  [6, '2026-02-28', '2026-03-06'],
  [4, '2026-03-05', '2026-03-11'],
])('with weeks that begin on weekday %i, Thursday 5 March 2026 lies in the week from %s to %s', (first, from, to) => {
  const week = weekOf('2026-03-05', first);
  expect([week.length, week[0], week[6]]).toEqual([7, from, to]);
  expect(weekOf(from, first)).toEqual(week);
  expect(weekOf(to, first)).toEqual(week);
});

it('a week has each weekday once, in the order of the calendar', () => {
  expect([weekdaysFrom(1), weekdaysFrom(6), weekdaysFrom(7)]).toEqual([
    [1, 2, 3, 4, 5, 6, 7],
    [6, 7, 1, 2, 3, 4, 5],
    [7, 1, 2, 3, 4, 5, 6],
  ]);
});
