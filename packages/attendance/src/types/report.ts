import type { AssuranceLevel, DayStatus } from '@rollcall/contracts';
import type { DayFlag, DayRecord } from './day-record.js';
import type { IsoInstant, LocalDate, TimeZoneId } from './primitives.js';

/** Who a row is about. */
export interface ReportPerson {
  readonly employeeId: string;
  readonly number: string;
  readonly name: string;
  readonly siteId: string | null;
  readonly departmentId: string | null;
  /** Times in the person's rows are on this clock. */
  readonly homeTimeZone: TimeZoneId;
}

/** Narrows a report; a field left out or null does not narrow. */
export interface ReportFilter {
  /** The site of the day, not of the person: someone who moves appears under both. */
  readonly siteIds?: readonly string[] | null;
  readonly departmentIds?: readonly string[] | null;
  readonly employeeIds?: readonly string[] | null;
  readonly statuses?: readonly DayStatus[] | null;
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
}

/** One line of the daily register. */
export interface RegisterRow {
  readonly employeeId: string;
  readonly number: string;
  readonly name: string;
  readonly siteId: string;
  readonly departmentId: string | null;
  readonly workDate: LocalDate;
  readonly shiftId: string;
  readonly status: DayStatus;
  readonly flags: readonly DayFlag[];
  readonly firstInAt: IsoInstant | null;
  readonly lastOutAt: IsoInstant | null;
  /** `YYYY-MM-DD HH:MM[:SS]` on the person's home clock. */
  readonly firstInLocal: string | null;
  readonly lastOutLocal: string | null;
  readonly timeZone: TimeZoneId;
  readonly scheduledMinutes: number;
  readonly workedMinutes: number;
  readonly breakMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly isFinal: boolean;
}

export const REGISTER_MINUTES = [
  'scheduledMinutes',
  'workedMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'overtimeMinutes',
] as const;
export type RegisterMinutes = (typeof REGISTER_MINUTES)[number];

export interface Register {
  readonly rows: readonly RegisterRow[];
  readonly totals: Readonly<Record<RegisterMinutes, number>>;
  readonly daysByStatus: Readonly<Record<DayStatus, number>>;
}

/** One employee on one date of the muster; several shifts of a date share the cell. */
export interface MusterCell {
  readonly workDate: LocalDate;
  /** One for each shift, in order of start. */
  readonly statuses: readonly DayStatus[];
  readonly workedMinutes: number;
  readonly isFinal: boolean;
}

export interface MusterRow {
  readonly person: ReportPerson;
  /** One for each date of the range; null without a record. */
  readonly cells: readonly (MusterCell | null)[];
  readonly daysByStatus: Readonly<Record<DayStatus, number>>;
  readonly workedMinutes: number;
}

export interface Muster {
  readonly dates: readonly LocalDate[];
  readonly rows: readonly MusterRow[];
  readonly totals: {
    readonly daysByStatus: Readonly<Record<DayStatus, number>>;
    readonly workedMinutes: number;
    /** Records with each status on each date. */
    readonly byDate: readonly Readonly<Record<DayStatus, number>>[];
  };
}

export const EXCEPTION_KINDS = [
  'MISSING_MARK',
  'OFF_SHIFT_MARK',
  'REFUSED_ATTEMPT',
  'AUTO_CLOSED',
  'PROVISIONAL_DAY',
  'OVERTIME_PENDING',
  'HIGH_PIN_SHARE',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** Something a person should look at. */
export interface ExceptionRow {
  readonly kind: ExceptionKind;
  readonly employeeId: string;
  readonly number: string;
  readonly name: string;
  readonly siteId: string | null;
  readonly departmentId: string | null;
  readonly date: LocalDate;
  readonly shiftId: string | null;
  readonly at: IsoInstant | null;
  /** Machine-readable: a reason, an outcome, device ids or a share; null where the kind says it all. */
  readonly detail: string | null;
}

/** A refused attempt to mark attendance that belongs to no day: outside of every window, or on a date without a shift. */
export interface LooseAttempt {
  readonly employeeId: string;
  readonly at: IsoInstant;
  /** The capture or verification outcome, e.g. `NON_MATCH`. */
  readonly outcome: string;
  /** On the clock of the site where it was made. */
  readonly localDate: LocalDate;
  /** Null: none was named; the person's own is taken. */
  readonly siteId: string | null;
}

/** How a person's accepted marks were assured. */
export interface AssuranceShare {
  readonly employeeId: string;
  readonly markCount: number;
  readonly byLevel: Readonly<Record<AssuranceLevel, number>>;
  /** Marks by PIN in whole percent of all marks, rounded down. */
  readonly pinPercent: number;
}

export interface DayReportInput {
  readonly people: readonly ReportPerson[];
  readonly records: readonly DayRecord[];
  readonly filter?: ReportFilter;
}

/** `UNSURE`: the marks do not say whether the person has left; whoever must find everybody should ask. */
export const PRESENCE_STATES = ['IN', 'ON_BREAK', 'UNSURE'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

export interface PresenceRow {
  readonly person: ReportPerson;
  readonly state: PresenceState;
  /** The site of the last mark. */
  readonly siteId: string | null;
  /** The last mark. */
  readonly sinceAt: IsoInstant;
  readonly sinceLocal: string;
  readonly shiftId: string | null;
}

export interface PresenceCounts {
  readonly inCount: number;
  readonly onBreakCount: number;
  readonly unsureCount: number;
}

export interface Presence {
  /** By site, then employee number. */
  readonly rows: readonly PresenceRow[];
  readonly totals: PresenceCounts;
  readonly bySite: readonly (PresenceCounts & { readonly siteId: string | null })[];
}
