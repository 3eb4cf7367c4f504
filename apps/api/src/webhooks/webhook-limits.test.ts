import { expect, it } from 'vitest';
import { LONGEST_PAUSE_MS, MAX_ATTEMPTS, pauseAfter } from './webhook-limits.js';

it('waits longer after each failure, never longer than an hour, and not all at the same moment', () => {
  expect([1, 2, 3].map((attempts) => pauseAfter(attempts, () => 1))).toEqual([5_000, 10_000, 20_000]);
  expect(pauseAfter(1, () => 0)).toBe(2_500);
  expect(pauseAfter(50, () => 1)).toBe(LONGEST_PAUSE_MS);
});

it('gives up after three to seven hours', () => {
  const total = (random: number): number =>
    Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1, () => random)).reduce((a, b) => a + b);
  expect(total(0)).toBeGreaterThan(2.5 * 3600_000);
  expect(total(1)).toBeLessThan(7 * 3600_000);
});
