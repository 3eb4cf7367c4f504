import { describe, expect, it } from 'vitest';
import { readPoints, roundLength, toMetres } from './geofence-points';

describe('readPoints', () => {
  it('reads a corner a line, with comma, semicolon or blank between', () => {
    expect(readPoints('53.5412, 9.9841\n\n-33.9 ;18.42\n 0 -0.5 ')).toEqual([
      { latitude: 53.5412, longitude: 9.9841 },
      { latitude: -33.9, longitude: 18.42 },
      { latitude: 0, longitude: -0.5 },
    ]);
  });

  it.each(['91, 0', '0, 181', '53.5', 'north, east', '1, 2, 3'])('takes %s for no corner', (line) => {
    expect(readPoints(`1, 1\n${line}`)).toBeNull();
  });
});

it('a degree of longitude is half as long at 60° north as at the equator', () => {
  const east = toMetres({ latitude: 60, longitude: 1 }, { latitude: 60, longitude: 0 });
  expect(east.x).toBeCloseTo(55_660, -1);
  expect(east.y).toBe(0);
});

it.each([
  [300, 100],
  [299, 50],
  [70, 20],
  [4_000, 1_000],
])('of %d m the scale shows %d m', (metres, length) => {
  expect(roundLength(metres)).toBe(length);
});
