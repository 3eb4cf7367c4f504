import type { AttendanceKind } from '@rollcall/contracts';

/** A mark that belongs to no day: visible, never lost, never counted without a person's decision. Derived, like day records. */
export interface OffShiftMark {
  /** The id of its event. */
  readonly id: string;
  readonly employeeId: string;
  readonly siteId: string | null;
  readonly kind: AttendanceKind;
  readonly at: Date;
  readonly timeZone: string;
  /** The date in the mark's own zone, YYYY-MM-DD. */
  readonly localDate: string;
  /** Of the rule engine, for example `OUTSIDE_WINDOW`. */
  readonly reason: string;
}
