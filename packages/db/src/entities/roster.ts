/** Local wall-clock times are `HH:MM`, local dates `YYYY-MM-DD`, weekdays ISO (1 is Monday, 7 is Sunday). */
export type ShiftPattern =
  | { readonly kind: 'EVERY_DAY' }
  | { readonly kind: 'WEEKLY'; readonly weekdays: readonly number[] }
  | {
      readonly kind: 'CYCLE';
      /** Day 0 of the cycle. */
      readonly anchorDate: string;
      readonly lengthDays: number;
      readonly workDays: readonly number[];
    };

/** Hours of work. `end` before `start` goes over midnight. */
export interface Shift {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly pattern: ShiftPattern;
  readonly policyId: string;
  /** Not offered any more; days that used it stay as they are. */
  readonly isArchived: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One shift by its own pattern, or the shifts of each day of a cycle (an empty day is off). */
export type RosterSchedule =
  | { readonly kind: 'SHIFT'; readonly shiftId: string }
  | { readonly kind: 'ROTATION'; readonly anchorDate: string; readonly slots: readonly (readonly string[])[] };

/** An assignment as it was before one shift of one date was taken out of it. */
export interface CutAssignment {
  readonly id: string;
  readonly employeeId: string;
  /** The date that lost the shift. */
  readonly date: string;
  readonly from: string;
  readonly to: string | null;
  readonly schedule: RosterSchedule;
}

export interface ShiftAssignment {
  readonly id: string;
  readonly employeeId: string;
  /** First and last work date, both included; null: open-ended. */
  readonly from: string;
  readonly to: string | null;
  readonly schedule: RosterSchedule;
  /** Another site than the employee's own; null: the own one. */
  readonly siteId: string | null;
  /** Of a moved shift what it was taken out of, so that moving it back joins the pieces. Absent or null: not moved. */
  readonly cutFrom?: CutAssignment | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
