import type { AttendanceKind, DayStatus } from '@rollcall/contracts';
import type { TraceEntry } from '../trace/trace.js';
import type { RefusedAttempt } from './events.js';
import type { DayPortion, IsoInstant, LocalDate, TimeZoneId } from './primitives.js';

export const DAY_TYPES = ['WORKDAY', 'HALF_HOLIDAY', 'HOLIDAY', 'WEEKLY_OFF'] as const;
export type DayType = (typeof DAY_TYPES)[number];

export const DAY_FLAGS = [
  'LATE_ENTRY',
  'EARLY_EXIT',
  'REMOTE',
  'OFFLINE_MARK',
  'CORRECTED',
  'DOUBLE_TAP',
  'ORPHAN_MARK',
  'REPEATED_MARK',
  'OPEN_CHECK_IN',
  'UNCLOSED_BREAK',
  'AUTO_CLOSED',
  'HALF_DAY_LEAVE',
  'HALF_HOLIDAY',
  'HOLIDAY_WORK',
  'WEEKLY_OFF_WORK',
  'OVERTIME_PENDING',
  'REFUSED_ATTEMPTS',
  'AWAITING_SYNC',
  'PROVISIONAL',
  'CLOCK_CHANGE',
] as const;
export type DayFlag = (typeof DAY_FLAGS)[number];

/**
 * What became of one mark on its day. `IN OUT BREAK_START BREAK_END` are paired; all others are flagged:
 * `OPEN_IN` has no out (yet), `UNPAIRED_IN` was followed by another in, `ORPHAN_OUT` and `ORPHAN_BREAK` had nothing to
 * end, `UNCLOSED_BREAK` was never ended, `REPEATED` said what was known, `DOUBLE_TAP` came inside the minimum gap.
 */
export const MARK_ROLES = [
  'IN',
  'OUT',
  'BREAK_START',
  'BREAK_END',
  'OPEN_IN',
  'UNPAIRED_IN',
  'ORPHAN_OUT',
  'ORPHAN_BREAK',
  'UNCLOSED_BREAK',
  'REPEATED',
  'DOUBLE_TAP',
] as const;
export type MarkRole = (typeof MARK_ROLES)[number];

export interface DayMark {
  readonly eventId: string;
  readonly kind: AttendanceKind;
  readonly at: IsoInstant;
  /** Where it was made, which may be another site than the day's. */
  readonly siteId: string | null;
  readonly timeZone: TimeZoneId;
  readonly role: MarkRole;
}

/** A stretch that counts as presence. Raw instants are the marks; counted ones are after rounding. */
export interface WorkInterval {
  readonly inEventId: string;
  /** Null: closed by the policy's `autoCheckOut`. */
  readonly outEventId: string | null;
  readonly inAt: IsoInstant;
  readonly outAt: IsoInstant;
  readonly countedFromAt: IsoInstant;
  readonly countedToAt: IsoInstant;
  readonly costCentre: string | null;
}

export interface DayLeave {
  readonly leaveId: string;
  readonly leaveTypeId: string;
  readonly portion: DayPortion;
  readonly isPaid: boolean;
}

/**
 * `OPEN`: the window still takes marks. `WAITING`: it has closed, but a delay or a silent device keeps the verdict open.
 * `PROVISIONAL`: waited 24 h for a silent device and closed without it. `FINAL`: time alone changes nothing any more.
 */
export const DAY_CLOSURES = ['OPEN', 'WAITING', 'PROVISIONAL', 'FINAL'] as const;
export type DayClosure = (typeof DAY_CLOSURES)[number];

export const OVERTIME_APPROVALS = ['NOT_NEEDED', 'PENDING', 'APPROVED'] as const;
export type OvertimeApprovalState = (typeof OVERTIME_APPROVALS)[number];

/** Overtime of one day after the daily cap, in whole minutes. */
export interface DayOvertime {
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  /** After thresholds and the daily cap. */
  readonly minutes: number;
  readonly percent: number;
  readonly approval: OvertimeApprovalState;
  /** What may be paid: all of it, or what was approved. */
  readonly payableMinutes: number;
}

/** Whether the person is there at `asOf`, as far as this day's marks say. */
export type DayPresence = 'IN' | 'ON_BREAK' | 'OUT';

/** Employee × work date × shift: the verdict and everything it stands on. All minutes are whole, completed minutes. */
export interface DayRecord {
  readonly employeeId: string;
  /** The local date on which the shift starts. */
  readonly workDate: LocalDate;
  readonly shiftId: string;
  readonly siteId: string;
  /** The site's zone. */
  readonly timeZone: TimeZoneId;
  readonly dayType: DayType;
  readonly status: DayStatus;
  readonly leaves: readonly DayLeave[];
  readonly holidayName: string | null;
  readonly scheduledStartAt: IsoInstant;
  readonly scheduledEndAt: IsoInstant;
  /** Elapsed minutes of the shift on this very date (clock changes included); 0 on a day off. */
  readonly scheduledMinutes: number;
  readonly windowOpensAt: IsoInstant;
  readonly windowClosesAt: IsoInstant;
  readonly firstInAt: IsoInstant | null;
  readonly lastOutAt: IsoInstant | null;
  readonly intervals: readonly WorkInterval[];
  /** Presence less unpaid breaks. */
  readonly workedMinutes: number;
  /** All breaks, paid and unpaid. */
  readonly breakMinutes: number;
  readonly unpaidBreakMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly overtime: DayOvertime;
  readonly isLateEntry: boolean;
  readonly isEarlyExit: boolean;
  readonly isRemote: boolean;
  readonly isAutoClosed: boolean;
  /** In the order of `DAY_FLAGS`. */
  readonly flags: readonly DayFlag[];
  readonly marks: readonly DayMark[];
  readonly refusedAttempts: readonly RefusedAttempt[];
  readonly presence: DayPresence;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly closure: DayClosure;
  /** `closure` is `FINAL`. */
  readonly isFinal: boolean;
  /** Devices of the site that have not synchronised past the window. */
  readonly silentDeviceIds: readonly string[];
  readonly trace: readonly TraceEntry[];
}

export const OFF_SHIFT_REASONS = [
  'OUTSIDE_WINDOW',
  'NO_SHIFT',
  'HOLIDAY',
  'WEEKLY_OFF',
  'ON_LEAVE',
  'NOT_EMPLOYED',
  'BEFORE_PROCESSING',
  'IN_FUTURE',
] as const;
export type OffShiftReason = (typeof OFF_SHIFT_REASONS)[number];

/** A mark that belongs to no day: visible, never lost, never counted without a person's decision. */
export interface OffShiftMark {
  readonly employeeId: string;
  readonly eventId: string;
  readonly kind: AttendanceKind;
  readonly at: IsoInstant;
  readonly siteId: string | null;
  readonly timeZone: TimeZoneId;
  /** The date in the mark's own zone. */
  readonly localDate: LocalDate;
  readonly reason: OffShiftReason;
}

/** An event that a correction took out of the count. */
export interface ReplacedMark {
  readonly eventId: string;
  /** The correction that stands in its place; null: the event itself only took another one back. */
  readonly byEventId: string | null;
}
