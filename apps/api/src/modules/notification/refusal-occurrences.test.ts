import { expect, it } from 'vitest';
import { firstBurst } from './refusal-occurrences.js';

const at = (...minutes: readonly number[]) => minutes.map((minute) => ({ at: new Date(minute * 60_000) }));

it('so many refusals within any hour are a burst, also across the full hour and in whatever order they come', () => {
  expect(firstBurst(at(70, 50, 110), 3)).toEqual({ at: new Date(110 * 60_000) });
});

it('the same number over a longer time is none', () => {
  expect(firstBurst(at(0, 40, 61), 3)).toBeNull();
  expect(firstBurst(at(0, 1), 3)).toBeNull();
});
