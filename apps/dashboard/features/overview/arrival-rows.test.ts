import { expect, it } from 'vitest';
import { arrivalRows } from './arrival-rows';

it('every hour between the first and the last has a row, and every weekday a count, in the order of the week', () => {
  const arrivals = [
    { weekday: 1, hour: 7, count: 3 },
    { weekday: 7, hour: 9, count: 2 },
    { weekday: 2, hour: 7, count: 1 },
  ];
  const monday = [1, 2, 3, 4, 5, 6, 7];
  expect(arrivalRows(arrivals, [7, 1, 2, 3, 4, 5, 6]).map(({ counts }) => counts.slice(0, 2))).toEqual([
    [0, 3],
    [0, 0],
    [2, 0],
  ]);
  expect(arrivalRows(arrivals, monday)).toEqual([
    { hour: 7, counts: [3, 1, 0, 0, 0, 0, 0] },
    { hour: 8, counts: [0, 0, 0, 0, 0, 0, 0] },
    { hour: 9, counts: [0, 0, 0, 0, 0, 0, 2] },
  ]);
});
