import { expect, it } from 'vitest';
import { arrivalRows } from './arrival-rows';

it('every hour between the first and the last has a row, and every weekday a count, Monday first', () => {
  const arrivals = [
    { weekday: 1, hour: 7, count: 3 },
    { weekday: 7, hour: 9, count: 2 },
    { weekday: 2, hour: 7, count: 1 },
  ];
  expect(arrivalRows(arrivals)).toEqual([
    { hour: 7, counts: [3, 1, 0, 0, 0, 0, 0] },
    { hour: 8, counts: [0, 0, 0, 0, 0, 0, 0] },
    { hour: 9, counts: [0, 0, 0, 0, 0, 0, 2] },
  ]);
});
