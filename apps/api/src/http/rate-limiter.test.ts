import { DomainError } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.js';

function limiterAt(perMinute: number, maxCallers?: number) {
  const clock = { ms: 0 };
  const limiter = new RateLimiter({
    perMinute,
    now: () => new Date(clock.ms),
    ...(maxCallers === undefined ? {} : { maxCallers }),
  });
  const taken = (caller: string): unknown => {
    try {
      limiter.take(caller);
      return 'taken';
    } catch (error) {
      return error instanceof DomainError ? error.details : error;
    }
  };
  return { clock, limiter, taken };
}

describe('RateLimiter', () => {
  it('lets the agreed number through and then says how long to wait', () => {
    const { clock, taken } = limiterAt(3);
    expect([taken('a'), taken('a'), taken('a')]).toEqual(['taken', 'taken', 'taken']);
    expect(taken('a')).toEqual({ retryAfterSeconds: 20 });
    clock.ms += 19_999;
    expect(taken('a')).toEqual({ retryAfterSeconds: 1 });
    clock.ms += 20_000;
    expect(taken('a')).toBe('taken');
  });

  it('gives what was agreed to whoever keeps asking a little too often', () => {
    const { clock, taken } = limiterAt(60);
    const answers = Array.from({ length: 3_000 }, () => {
      clock.ms += 900;
      return taken('a');
    });
    // 45 minutes at 60 a minute, and the 60 that were there at the beginning.
    expect(answers.filter((answer) => answer === 'taken').length).toBeGreaterThanOrEqual(2_700);
  });

  it('tells what is left and when all of it is back, also to whom nothing is left', () => {
    const { clock, limiter, taken } = limiterAt(3);
    expect(limiter.stateOf('a')).toEqual({ perMinute: 3, remaining: 3, resetSeconds: 0 });
    taken('a');
    expect(limiter.stateOf('a')).toEqual({ perMinute: 3, remaining: 2, resetSeconds: 20 });
    for (let more = 0; more < 5; more++) taken('a');
    expect(limiter.stateOf('a')).toEqual({ perMinute: 3, remaining: 0, resetSeconds: 60 });
    clock.ms += 30_000;
    expect(limiter.stateOf('a')).toEqual({ perMinute: 3, remaining: 1, resetSeconds: 30 });
  });

  it('counts each caller alone', () => {
    const { taken } = limiterAt(1);
    expect([taken('a'), taken('b')]).toEqual(['taken', 'taken']);
    expect(taken('a')).not.toBe('taken');
  });

  it('remembers a limited number of callers, the busy ones first', () => {
    const { taken } = limiterAt(1, 2);
    for (const caller of ['a', 'b', 'a', 'c']) taken(caller);
    expect(taken('a')).not.toBe('taken');
    expect(taken('b')).toBe('taken');
  });
});
