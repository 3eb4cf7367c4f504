import type { LocalDate, LocalTime } from './primitives.js';

export const PAIRING_MODES = ['ALTERNATING', 'BY_KIND'] as const;
export type PairingMode = (typeof PAIRING_MODES)[number];

export const HOURS_MODES = ['FIRST_IN_LAST_OUT', 'EVERY_PAIR'] as const;
export type HoursMode = (typeof HOURS_MODES)[number];

export const ROUNDING_DIRECTIONS = ['UP', 'DOWN', 'NEAREST'] as const;
export type RoundingDirection = (typeof ROUNDING_DIRECTIONS)[number];

/** Rounds the wall-clock time of a mark; `toMinutes` divides 60. `NEAREST` rounds the exact middle up. */
export interface RoundingRule {
  readonly toMinutes: number;
  readonly direction: RoundingDirection;
}

export interface BreakRule {
  readonly name?: string;
  readonly isPaid: boolean;
  /** A fixed window of the wall clock, or an amount that is not placed in time. */
  readonly span:
    | { readonly kind: 'WINDOW'; readonly start: LocalTime; readonly end: LocalTime }
    | { readonly kind: 'DURATION'; readonly minutes: number };
  readonly apply:
    | {
        /** Counts by itself once more than `afterWorkedMinutes` are worked (breaks deducted so far are not work). */
        readonly kind: 'AUTOMATIC';
        readonly afterWorkedMinutes: number;
        /** Never deduct below `afterWorkedMinutes`: 6 h 05 min becomes 6 h, not 5 h 35 min. Default false. */
        readonly isGradual?: boolean;
      }
    | { readonly kind: 'WHEN_MARKED' };
}

export const OVERTIME_SIDES = ['BEFORE_SHIFT', 'AFTER_SHIFT', 'BOTH'] as const;
export type OvertimeSide = (typeof OVERTIME_SIDES)[number];

export interface OvertimeRule {
  readonly side: OvertimeSide;
  /** Up to and including this many minutes beyond the shift's edge are no overtime. */
  readonly startsAfterMinutes: number;
  /** Once it starts: from the shift's edge (all of it) or only what exceeds `startsAfterMinutes`. Default `SHIFT_EDGE`. */
  readonly countsFrom?: 'SHIFT_EDGE' | 'THRESHOLD';
  readonly dailyCapMinutes?: number | null;
  /** Applied by the period fold, not to a single day. */
  readonly weeklyCapMinutes?: number | null;
  /** Whole percent: 150 is time and a half. Default 100 each. Weekend means the roster's weekly off. */
  readonly workdayPercent?: number;
  readonly weekendPercent?: number;
  readonly holidayPercent?: number;
  /** Overtime is payable only as far as a person approved it. Default false. */
  readonly needsApproval?: boolean;
}

/** What a calendar month forgives, in date order. Both given: both must have room. */
export interface MonthlyAllowance {
  readonly minutes?: number | null;
  readonly occurrences?: number | null;
}

/** Every lever of a policy. `null` means off. */
export interface PolicyLevers {
  readonly checkInOpensMinutesBefore: number;
  readonly checkOutClosesMinutesAfter: number;
  readonly pairing: PairingMode;
  readonly hours: HoursMode;
  readonly minimumMarkGapSeconds: number;
  readonly halfDayBelowMinutes: number | null;
  readonly absentBelowMinutes: number | null;
  readonly lateGraceMinutes: number;
  readonly earlyGraceMinutes: number;
  readonly monthlyLateAllowance: MonthlyAllowance | null;
  readonly monthlyEarlyAllowance: MonthlyAllowance | null;
  readonly halfDayIfLateMinutes: number | null;
  readonly breaks: readonly BreakRule[];
  readonly rounding: { readonly in?: RoundingRule | null; readonly out?: RoundingRule | null } | null;
  readonly overtime: OvertimeRule | null;
  /** Closes an open check-in this many minutes after the shift's end, flagged. */
  readonly autoCheckOut: { readonly minutesAfterEnd: number } | null;
  readonly markOnHolidays: boolean;
  readonly markOnWeeklyOffs: boolean;
  /** No day before this date is marked. */
  readonly processFrom: LocalDate | null;
  /** Minutes after the window's end before an absence may be marked. */
  readonly absentAfterMinutes: number;
}

/** One version of a policy; levers left out take their default (`POLICY_DEFAULTS`). */
export interface PolicyInput extends Partial<PolicyLevers> {
  readonly policyId: string;
  readonly version: number;
  /** First work date this version judges; absent or null: from the beginning. */
  readonly effectiveFrom?: LocalDate | null;
}

/** A validated version with every lever set. */
export interface Policy extends PolicyLevers {
  readonly policyId: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate | null;
}
