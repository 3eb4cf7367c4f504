import { GraphQLInt } from 'graphql';
import { expect, it } from 'vitest';
import { toldClockOffset } from './clock-offset.js';

it('a clock that is years wrong is told as far as the schema has room, and one that is right to the millisecond', () => {
  const since1970 = Date.parse('2026-11-28T00:00:00Z');
  expect([since1970, -since1970, 1_500, 0, null].map(toldClockOffset)).toEqual([
    ...[2_147_483_647, -2_147_483_647, 1_500, 0, null],
  ]);
  expect(() => [since1970, -since1970].map((ms) => GraphQLInt.serialize(toldClockOffset(ms)))).not.toThrow();
});
