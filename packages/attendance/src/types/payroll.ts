import type { LocalDate } from './primitives.js';

/**
 * What a minute is paid (or not paid) as. `REGULAR OVERTIME UNPAID_OVERTIME UNRESOLVED` together are the worked minutes:
 * `UNPAID_OVERTIME` is overtime beyond caps or without approval, `UNRESOLVED` was worked on a day that still lacks a mark
 * or is not over. The others are minutes not worked: leave, holidays, absence, and the chargeable late and early ones.
 */
export const PAY_CLASSES = [
  'REGULAR',
  'OVERTIME',
  'UNPAID_OVERTIME',
  'UNRESOLVED',
  'PAID_LEAVE',
  'UNPAID_LEAVE',
  'HOLIDAY',
  'ABSENT',
  'LATE',
  'EARLY_EXIT',
] as const;
export type PayClass = (typeof PAY_CLASSES)[number];

/** Classes that add up to the worked minutes. */
export const WORKED_PAY_CLASSES = ['REGULAR', 'OVERTIME', 'UNPAID_OVERTIME', 'UNRESOLVED'] as const;

/** The organisation's own code for a class; for overtime one for each percentage, or one for all. */
export interface PayCode {
  readonly payClass: PayClass;
  readonly percent?: number | null;
  readonly leaveTypeId?: string | null;
  readonly code: string;
}

/** Minutes of one employee in one period by class; days are counted nowhere here. */
export interface PayrollRow {
  readonly employeeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly payClass: PayClass;
  /** Whole percent; 100 except for overtime. */
  readonly percent: number;
  /** For leave; null otherwise. */
  readonly leaveTypeId: string | null;
  /** Null: no code is mapped. */
  readonly payCode: string | null;
  readonly minutes: number;
}

/** A difference to what was handed over for a finalised period. */
export interface RetroDelta extends Omit<PayrollRow, 'minutes'> {
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  readonly deltaMinutes: number;
}
