import type { DayStatus } from '@rollcall/contracts';
import type { TraceEntry } from '../trace/trace.js';
import type { DayRecord } from './day-record.js';
import type { PolicyInput } from './policy.js';
import type { LocalDate, Weekday } from './primitives.js';

export interface PeriodInput {
  readonly employeeId: string;
  /** First and last work date of the period, inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The employee's day records from `periodLeadIn(from)` to `to`; earlier and later ones are ignored. */
  readonly records: readonly DayRecord[];
  /** The policy versions that the records name. */
  readonly policies: readonly PolicyInput[];
  /** Earliest first. Before the first of them, and by default, weeks start on Monday. */
  readonly weekStarts?: readonly WeekStart[];
}

/** From a date on weeks start on this weekday; the date itself is one. The week before it ends there, be it shorter. */
export interface WeekStart {
  readonly from: LocalDate;
  readonly weekday: Weekday;
}

/** What a period adds to one of its days. */
export interface PeriodDay {
  readonly workDate: LocalDate;
  readonly shiftId: string;
  readonly status: DayStatus;
  readonly lateMinutes: number;
  readonly excusedLateMinutes: number;
  /** Late minutes that the month's allowance did not forgive. */
  readonly chargeableLateMinutes: number;
  readonly earlyMinutes: number;
  readonly excusedEarlyMinutes: number;
  readonly chargeableEarlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly overtimePercent: number;
  /** After approval and the weekly cap. */
  readonly payableOvertimeMinutes: number;
  readonly trace: readonly TraceEntry[];
}

export interface PeriodTotals {
  readonly scheduledMinutes: number;
  readonly workedMinutes: number;
  readonly breakMinutes: number;
  readonly lateMinutes: number;
  readonly excusedLateMinutes: number;
  readonly chargeableLateMinutes: number;
  readonly earlyMinutes: number;
  readonly excusedEarlyMinutes: number;
  readonly chargeableEarlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly payableOvertimeMinutes: number;
}

/** One employee over a range of dates: the levers that look beyond a single day. */
export interface PeriodRecord {
  readonly employeeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: readonly PeriodDay[];
  readonly totals: PeriodTotals;
  readonly daysByStatus: Readonly<Record<DayStatus, number>>;
  /** Every day is final and none lacks a mark. */
  readonly isReady: boolean;
}
