/**
 * How failed face attempts slow down and finally stop. Pure: the time is passed in.
 * The numbers and what they are taken from: docs/adr/0034-face-throttle.md.
 */
export const THROTTLE_LIMITS = {
  /** Failures of one person on one device between two pauses. */
  failuresPerPauseOnDevice: 5,
  /** Failures of one person on all devices together between two pauses: three devices' worth. */
  failuresPerPauseOfPerson: 15,
  /** The first pause; each further one is twice as long. */
  firstPauseMs: 30_000,
  longestPauseMs: 24 * 3600 * 1000,
  /** Failures of one person after which the face stays off until HR unlocks it. */
  failuresUntilLock: 50,
  /** An attempt that has not ended by then (a crash) stops counting as under way. */
  pendingTimeoutMs: 60_000,
  /** Devices without a change for so long are forgotten. */
  forgetDeviceAfterMs: 90 * 24 * 3600 * 1000,
} as const;

export interface ThrottleCounter {
  readonly failures: number;
  readonly pausedUntil: Date | null;
  /** Start times of attempts under way. */
  readonly pending: readonly Date[];
  readonly changedAt: Date;
}

export interface DeviceThrottleCounter extends ThrottleCounter {
  readonly deviceKey: string;
}

export interface ThrottleState {
  readonly lockedAt: Date | null;
  readonly person: ThrottleCounter;
  readonly devices: readonly DeviceThrottleCounter[];
}

export type ThrottleDecision =
  | { readonly state: 'OPEN' }
  | { readonly state: 'PAUSED'; readonly until: Date }
  | { readonly state: 'LOCKED' };

/** What a person is kept waiting for on at least one device; `until` null: until HR allows it again. */
export interface Lockout {
  readonly until: Date | null;
}

/** SUCCESS: the person was recognised. FAILURE: another face or an attack. NEUTRAL: no face, bad picture, our fault. */
export type AttemptResult = 'SUCCESS' | 'FAILURE' | 'NEUTRAL';

const emptyCounter = (now: Date): ThrottleCounter => ({ failures: 0, pausedUntil: null, pending: [], changedAt: now });

export const emptyThrottle = (now: Date): ThrottleState => ({ lockedAt: null, person: emptyCounter(now), devices: [] });

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

function underWay(counter: ThrottleCounter, now: Date): readonly Date[] {
  return counter.pending.filter((start) => later(start, THROTTLE_LIMITS.pendingTimeoutMs) > now);
}

function deviceCounter(state: ThrottleState, deviceKey: string, now: Date): DeviceThrottleCounter {
  return state.devices.find((one) => one.deviceKey === deviceKey) ?? { deviceKey, ...emptyCounter(now) };
}

function withDevice(state: ThrottleState, device: DeviceThrottleCounter, now: Date): readonly DeviceThrottleCounter[] {
  const oldest = later(now, -THROTTLE_LIMITS.forgetDeviceAfterMs);
  const others = state.devices.filter((one) => one.deviceKey !== device.deviceKey && one.changedAt > oldest);
  const isEmpty = device.failures === 0 && device.pending.length === 0;
  return isEmpty ? others : [...others, device];
}

/** Until when a counter keeps the next attempt waiting; null if it does not. */
function waitOf(counter: ThrottleCounter, failuresPerPause: number, now: Date): Date | null {
  if (counter.pausedUntil !== null && counter.pausedUntil > now) return counter.pausedUntil;
  const pending = underWay(counter, now).length;
  // Attempts under way may all fail, so no more of them than failures are left: guessing in parallel gains nothing.
  return (counter.failures % failuresPerPause) + pending >= failuresPerPause ? later(now, 1_000) : null;
}

/** Whether an attempt may begin now. */
export function decide(state: ThrottleState, deviceKey: string, now: Date): ThrottleDecision {
  if (state.lockedAt !== null) return { state: 'LOCKED' };
  const waits = [
    waitOf(deviceCounter(state, deviceKey, now), THROTTLE_LIMITS.failuresPerPauseOnDevice, now),
    waitOf(state.person, THROTTLE_LIMITS.failuresPerPauseOfPerson, now),
  ].filter((until) => until !== null);
  const last = waits.sort((a, b) => b.getTime() - a.getTime())[0];
  if (last !== undefined) return { state: 'PAUSED', until: last };
  const mayAllFail = state.person.failures + underWay(state.person, now).length;
  return mayAllFail >= THROTTLE_LIMITS.failuresUntilLock
    ? { state: 'PAUSED', until: later(now, 1_000) }
    : { state: 'OPEN' };
}

/** Whether failures keep the person waiting anywhere, and until when at the latest. Null: nowhere. */
export function lockoutOf(state: ThrottleState, now: Date): Lockout | null {
  if (state.lockedAt !== null) return { until: null };
  const waits = [state.person, ...state.devices].map(({ pausedUntil }) => pausedUntil?.getTime() ?? 0);
  const last = Math.max(...waits);
  return last > now.getTime() ? { until: new Date(last) } : null;
}

/** The state with one more attempt under way. Only after `decide` said OPEN. */
export function begin(state: ThrottleState, deviceKey: string, now: Date): ThrottleState {
  const started = <C extends ThrottleCounter>(counter: C): C => ({
    ...counter,
    pending: [...underWay(counter, now), now],
    changedAt: now,
  });
  const device = started(deviceCounter(state, deviceKey, now));
  return { ...state, person: started(state.person), devices: withDevice(state, device, now) };
}

/** The state after the attempt that began at `startedAt` ended with this result. */
export function settle(
  state: ThrottleState,
  attempt: { readonly deviceKey: string; readonly startedAt: Date; readonly result: AttemptResult },
  now: Date,
): ThrottleState {
  const ended = <C extends ThrottleCounter>(counter: C, failuresPerPause: number): C => {
    const pending = withoutOne(underWay(counter, now), attempt.startedAt);
    return { ...counter, ...failuresAfter(counter, attempt.result, failuresPerPause, now), pending, changedAt: now };
  };
  const device = ended(deviceCounter(state, attempt.deviceKey, now), THROTTLE_LIMITS.failuresPerPauseOnDevice);
  const person = ended(state.person, THROTTLE_LIMITS.failuresPerPauseOfPerson);
  const isLocked = person.failures >= THROTTLE_LIMITS.failuresUntilLock;
  const lockedAt = state.lockedAt ?? (isLocked ? now : null);
  return { lockedAt, person, devices: withDevice(state, device, now) };
}

function withoutOne(pending: readonly Date[], startedAt: Date): readonly Date[] {
  const at = pending.findIndex((start) => start.getTime() === startedAt.getTime());
  return at === -1 ? pending : pending.toSpliced(at, 1);
}

function failuresAfter(counter: ThrottleCounter, result: AttemptResult, failuresPerPause: number, now: Date) {
  const { failures, pausedUntil } = counter;
  if (result === 'NEUTRAL') return { failures, pausedUntil };
  if (result === 'SUCCESS') return { failures: 0, pausedUntil: null };
  const next = failures + 1;
  if (next % failuresPerPause !== 0) return { failures: next, pausedUntil };
  const pauseMs = THROTTLE_LIMITS.firstPauseMs * 2 ** (next / failuresPerPause - 1);
  return { failures: next, pausedUntil: later(now, Math.min(pauseMs, THROTTLE_LIMITS.longestPauseMs)) };
}
