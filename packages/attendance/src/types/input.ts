import type { Calendar, Employee, Site } from './calendar.js';
import type { DayRecord, OffShiftMark, ReplacedMark } from './day-record.js';
import type { AttendanceEvent, RefusedAttempt } from './events.js';
import type { PolicyInput } from './policy.js';
import type { IsoInstant, LocalDate } from './primitives.js';
import type { Shift, ShiftAssignment } from './schedule.js';

/** A person's decision about the overtime of one day. Without one, overtime that needs approval is pending. */
export interface OvertimeApproval {
  readonly workDate: LocalDate;
  readonly shiftId: string;
  /** At most this much is payable; 0 rejects. */
  readonly approvedMinutes: number;
}

/**
 * Everything the verdict on one employee's days depends on. Nothing else is read: no clock, no default zone.
 *
 * `events` must reach from three days before `from` to three days after `to` (windows of neighbouring shifts decide
 * where a mark belongs); more does no harm.
 */
export interface DayRecordsInput {
  readonly employee: Employee;
  /** First and last work date wanted, inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** "Now": later marks do not count, days that have not begun have no record. */
  readonly asOf: IsoInstant;
  readonly events: readonly AttendanceEvent[];
  readonly refusedAttempts?: readonly RefusedAttempt[];
  readonly assignments: readonly ShiftAssignment[];
  readonly shifts: readonly Shift[];
  /** All versions of all policies that the shifts name. */
  readonly policies: readonly PolicyInput[];
  readonly calendar: Calendar;
  readonly sites: readonly Site[];
  readonly overtimeApprovals?: readonly OvertimeApproval[];
}

/** Every event of the input appears once: in a record's `marks`, in `offShift`, in `replaced` or in `outsideRange`. */
export interface DayRecordsResult {
  /** By work date, then scheduled start, then shift id. */
  readonly records: readonly DayRecord[];
  /** By time. */
  readonly offShift: readonly OffShiftMark[];
  readonly replaced: readonly ReplacedMark[];
  /** Ids of events that belong to days before `from` or after `to`. */
  readonly outsideRange: readonly string[];
}
