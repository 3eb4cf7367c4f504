import type { DayPortion, IsoInstant, LocalDate, TimeZoneId, Weekday } from './primitives.js';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** `FIRST_HALF` or `SECOND_HALF` is a half holiday: the other half is worked and both thresholds are halved. */
  readonly portion: DayPortion;
  /** Absent or null: every site. */
  readonly siteId?: string | null;
}

/** A weekday that is off for everyone the calendar is for. */
export interface WeeklyOff {
  readonly weekday: Weekday;
  /** Only the n-th such weekday of the month, 1 to 5 (second and fourth Saturday: `[2, 4]`). Default: each. */
  readonly weeksOfMonth?: readonly number[];
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly siteId?: string | null;
}

/** An approved leave. */
export interface Leave {
  readonly leaveId: string;
  readonly leaveTypeId: string;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
  /** Holds for each date of the leave. */
  readonly portion: DayPortion;
  readonly isPaid: boolean;
}

export interface Calendar {
  readonly holidays: readonly Holiday[];
  readonly weeklyOffs: readonly WeeklyOff[];
  /** Leaves of the one employee. */
  readonly leaves: readonly Leave[];
}

/** What is known about one device's uploads. */
export interface DeviceSync {
  readonly deviceId: string;
  /** Everything captured before this moment has arrived; null: never heard of. */
  readonly syncedThroughAt: IsoInstant | null;
  /** The device did not exist before this; absent: always did. */
  readonly activeFromAt?: IsoInstant | null;
}

export interface Site {
  readonly siteId: string;
  readonly timeZone: TimeZoneId;
  readonly devices?: readonly DeviceSync[];
}

/** Where the employee belongs, by date. */
export interface EmployeeSite {
  readonly siteId: string;
  readonly from?: LocalDate | null;
  /** Inclusive. */
  readonly to?: LocalDate | null;
}

export interface Employee {
  readonly employeeId: string;
  /** The zone reports are written in for this person. */
  readonly homeTimeZone: TimeZoneId;
  /** First day of employment; no day before it is marked. */
  readonly joiningDate?: LocalDate | null;
  /** Last day of employment, inclusive. */
  readonly leavingDate?: LocalDate | null;
  /** Between these, for whoever left and was hired again; both ends inclusive. Default: none. */
  readonly serviceBreaks?: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Used on dates without an assignment. */
  readonly defaultShiftId?: string | null;
  /** At least one; the last that covers a date wins. */
  readonly sites: readonly EmployeeSite[];
}
