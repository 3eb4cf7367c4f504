import { expect, it } from 'vitest';
import { afterQuietHours, letterTime } from './quiet-hours.js';

const ZONE = 'Europe/Berlin';
const NIGHT = { from: '22:00', to: '06:00' };
const after = (at: string, hours: { from: string; to: string } | null = NIGHT, zone = ZONE) =>
  afterQuietHours(new Date(at), hours, zone).toISOString();

it.each([
  ['by day: at once', '2026-03-02T11:00:00Z', '2026-03-02T11:00:00.000Z'],
  ['before midnight: until the next morning', '2026-03-02T22:30:00Z', '2026-03-03T05:00:00.000Z'],
  ['after midnight: until this morning', '2026-03-03T00:30:00Z', '2026-03-03T05:00:00.000Z'],
  ['the beginning is within', '2026-03-02T21:00:00Z', '2026-03-03T05:00:00.000Z'],
  ['the end is not', '2026-03-03T05:00:00Z', '2026-03-03T05:00:00.000Z'],
  [
    'the night in which an hour is skipped: by the clock of the morning',
    '2026-03-28T22:30:00Z',
    '2026-03-29T04:00:00.000Z',
  ],
  ['the night with an hour twice: by the clock of the morning', '2026-10-24T21:30:00Z', '2026-10-25T05:00:00.000Z'],
])('across midnight, %s', (_what, at, expected) => {
  expect(after(at)).toBe(expected);
});

it('an end that the clock skips is the moment after the gap', () => {
  expect(after('2026-03-28T23:00:00Z', { from: '22:00', to: '02:30' })).toBe('2026-03-29T01:30:00.000Z');
});

it('an end that the clock shows twice is never before the moment itself', () => {
  const hours = { from: '22:00', to: '02:30' };
  expect(after('2026-10-24T23:00:00Z', hours)).toBe('2026-10-25T00:30:00.000Z');
  // 02:10 for the second time.
  expect(after('2026-10-25T01:10:00Z', hours)).toBe('2026-10-25T01:30:00.000Z');
});

it('hours within a day hold within it, in the zone of the place', () => {
  const noon = { from: '12:00', to: '13:30' };
  expect(after('2026-03-02T11:15:00Z', noon)).toBe('2026-03-02T12:30:00.000Z');
  expect(after('2026-03-02T11:15:00Z', noon, 'Asia/Kolkata')).toBe('2026-03-02T11:15:00.000Z');
  expect(after('2026-03-02T02:00:00Z', null)).toBe('2026-03-02T02:00:00.000Z');
});

it('letters are collected by quarters of an hour, and not into the quiet hours', () => {
  const at = (time: string) => letterTime(new Date(time), NIGHT, ZONE).toISOString();
  expect(at('2026-03-02T11:01:00Z')).toBe('2026-03-02T11:15:00.000Z');
  expect(at('2026-03-02T20:50:00Z')).toBe('2026-03-03T05:00:00.000Z');
});
