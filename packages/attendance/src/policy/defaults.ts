import type { PolicyLevers } from '../types/policy.js';

/** What a lever is if a policy leaves it out. */
export const POLICY_DEFAULTS: PolicyLevers = Object.freeze({
  checkInOpensMinutesBefore: 60,
  checkOutClosesMinutesAfter: 240,
  pairing: 'ALTERNATING',
  hours: 'FIRST_IN_LAST_OUT',
  minimumMarkGapSeconds: 120,
  halfDayBelowMinutes: null,
  absentBelowMinutes: null,
  lateGraceMinutes: 0,
  earlyGraceMinutes: 0,
  monthlyLateAllowance: null,
  monthlyEarlyAllowance: null,
  halfDayIfLateMinutes: null,
  breaks: Object.freeze([]),
  rounding: null,
  overtime: null,
  autoCheckOut: null,
  markOnHolidays: false,
  markOnWeeklyOffs: false,
  processFrom: null,
  absentAfterMinutes: 60,
});

/** Windows reach at most this far beyond a shift, so that three neighbouring days decide about any mark. */
export const MAX_WINDOW_MARGIN_MINUTES = 720;

/** Longest wait for a silent device before a day closes provisionally. */
export const PROVISIONAL_AFTER_MINUTES = 24 * 60;
