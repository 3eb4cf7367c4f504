import type { PolicyInput, Shift } from '@rollcall/attendance';

const WHOLE_DAY_MINUTES = 1440;

/**
 * For people nobody planned a shift for: every day is one window from midnight to midnight of the site, without fixed hours.
 * Nobody is late, early or absent; the first mark in and the last mark out count (docs/adr/0046).
 */
export const FREE_DAY: Shift = { shiftId: 'free-day', start: '00:00', end: '23:59', policyId: 'free-day' };

export const FREE_DAY_POLICY: PolicyInput = {
  policyId: 'free-day',
  version: 1,
  checkInOpensMinutesBefore: 0,
  checkOutClosesMinutesAfter: 1,
  lateGraceMinutes: WHOLE_DAY_MINUTES,
  earlyGraceMinutes: WHOLE_DAY_MINUTES,
  absentAfterMinutes: 0,
};
