import { describe, expect, it } from 'vitest';
import {
  type AttemptResult,
  begin,
  decide,
  emptyThrottle,
  lockoutOf,
  settle,
  THROTTLE_LIMITS,
  type ThrottleState,
} from './throttle-policy.js';

const t0 = new Date('2026-03-02T08:00:00Z');
const at = (seconds: number) => new Date(t0.getTime() + seconds * 1000);

function after(state: ThrottleState, results: readonly AttemptResult[], device = 'd', now = t0): ThrottleState {
  return results.reduce((current, result) => {
    return settle(begin(current, device, now), { deviceKey: device, startedAt: now, result }, now);
  }, state);
}

const failures = (count: number): AttemptResult[] => Array.from({ length: count }, () => 'FAILURE');

describe('the throttle policy', () => {
  it('tells until when failures on any device keep somebody waiting, and when only HR ends it', () => {
    expect(lockoutOf(after(emptyThrottle(t0), failures(4)), t0)).toBeNull();
    const paused = after(emptyThrottle(t0), failures(5));
    expect(lockoutOf(paused, t0)).toEqual({ until: at(30) });
    expect(lockoutOf(paused, at(30))).toBeNull();
    expect(lockoutOf(after(emptyThrottle(t0), failures(50)), at(10 ** 8))).toEqual({ until: null });
  });

  it('starts open, and stays open for attempts that are nobody’s fault', () => {
    const state = after(
      emptyThrottle(t0),
      Array.from({ length: 100 }, () => 'NEUTRAL'),
    );
    expect(decide(state, 'd', t0)).toEqual({ state: 'OPEN' });
    expect(state.devices).toEqual([]);
  });

  it('forgets the failures of a device, and of the person, at the first success there', () => {
    const state = after(emptyThrottle(t0), [...failures(4), 'SUCCESS', ...failures(4)]);
    expect(decide(state, 'd', t0)).toEqual({ state: 'OPEN' });
    expect(state.person.failures).toBe(4);
  });

  it('keeps the pause of a device when the person succeeds on another', () => {
    const paused = after(emptyThrottle(t0), failures(5));
    expect(decide(after(paused, ['SUCCESS'], 'other'), 'd', t0)).toEqual({ state: 'PAUSED', until: at(30) });
  });

  it('ends a pause exactly at its time', () => {
    const state = after(emptyThrottle(t0), failures(5));
    expect(decide(state, 'd', new Date(at(30).getTime() - 1))).toMatchObject({ state: 'PAUSED' });
    expect(decide(state, 'd', at(30))).toEqual({ state: 'OPEN' });
  });

  it('pauses never longer than a day', () => {
    let state = emptyThrottle(t0);
    for (let i = 0; i < 20; i += 1) state = { ...after(state, failures(5)), lockedAt: null };
    expect(decide(state, 'd', t0)).toEqual({
      state: 'PAUSED',
      until: new Date(t0.getTime() + THROTTLE_LIMITS.longestPauseMs),
    });
  });

  it('pauses the person on every device after 15 failures spread over devices', () => {
    let state = emptyThrottle(t0);
    for (const device of ['a', 'b', 'c', 'e']) state = after(state, failures(4), device);
    expect(state.person.failures).toBe(16);
    expect(decide(state, 'fresh', t0)).toEqual({ state: 'PAUSED', until: at(30) });
  });

  it('does not count an attempt that never ended after a minute', () => {
    let state = emptyThrottle(t0);
    for (let i = 0; i < 5; i += 1) state = begin(state, 'd', t0);
    expect(decide(state, 'd', t0)).toMatchObject({ state: 'PAUSED' });
    expect(decide(state, 'd', at(59))).toMatchObject({ state: 'PAUSED' });
    expect(decide(state, 'd', at(60))).toEqual({ state: 'OPEN' });
  });

  it('locks at the 50th failure and not at the 49th, and lets no parallel attempts past it', () => {
    let state = emptyThrottle(t0);
    for (let i = 0; i < 49; i += 1) state = after(state, failures(1), `d${i}`);
    expect(state.lockedAt).toBeNull();
    const later = at(24 * 3600);
    expect(decide(begin(state, 'x', later), 'y', later)).toMatchObject({ state: 'PAUSED' });
    expect(decide(after(state, failures(1), 'last'), 'any', later)).toEqual({ state: 'LOCKED' });
  });

  it('forgets devices nobody used for 90 days', () => {
    const old = after(emptyThrottle(t0), failures(1), 'old');
    const later = at(91 * 24 * 3600);
    expect(after(old, failures(1), 'new', later).devices.map((one) => one.deviceKey)).toEqual(['new']);
  });
});
