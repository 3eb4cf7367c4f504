import type { LocalDate, LocalTime, Weekday } from './primitives.js';

/** On which dates a shift is worked. */
export type DayPattern =
  | { readonly kind: 'EVERY_DAY' }
  | { readonly kind: 'WEEKLY'; readonly weekdays: readonly Weekday[] }
  | {
      readonly kind: 'CYCLE';
      /** The date that is day 0 of the cycle; the cycle runs in both directions from it. */
      readonly anchorDate: LocalDate;
      readonly lengthDays: number;
      /** Days of the cycle that are worked, 0 to `lengthDays - 1`. */
      readonly workDays: readonly number[];
    };

/** Wall-clock hours. `end` before `start` means overnight; equal is refused. */
export interface Shift {
  readonly shiftId: string;
  readonly name?: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** Default: every day. */
  readonly pattern?: DayPattern;
  /** The policy (all its versions) that judges days of this shift. */
  readonly policyId: string;
}

/** One shift by its own pattern, or a rotation that names the shifts of each day of a cycle (an empty slot is a day off). */
export type AssignedSchedule =
  | { readonly kind: 'SHIFT'; readonly shiftId: string }
  | {
      readonly kind: 'ROTATION';
      readonly anchorDate: LocalDate;
      readonly slots: readonly (readonly string[])[];
    };

export interface ShiftAssignment {
  readonly assignmentId: string;
  readonly employeeId: string;
  /** First work date. */
  readonly from: LocalDate;
  /** Last work date, inclusive; absent or null: open-ended. */
  readonly to?: LocalDate | null;
  readonly schedule: AssignedSchedule;
  /** Overrides the employee's own site for this assignment. */
  readonly siteId?: string | null;
}
