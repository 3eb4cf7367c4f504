import type { AssuranceLevel, AttendanceKind, AttendanceSource } from '@rollcall/contracts';
import type { IsoInstant, TimeZoneId } from './primitives.js';

/** An accepted mark. Append-only: a correction is a new event that names the one it replaces. */
export interface AttendanceEvent {
  readonly eventId: string;
  readonly employeeId: string;
  /** The moment the mark counts for. */
  readonly at: IsoInstant;
  /** The zone of the site where it was made; kept when the employee moves. */
  readonly timeZone: TimeZoneId;
  readonly kind: AttendanceKind;
  readonly source: AttendanceSource;
  readonly siteId?: string | null;
  readonly deviceId?: string | null;
  readonly assurance?: AssuranceLevel | null;
  /** Set on a correction: the event that no longer counts. */
  readonly replacesEventId?: string | null;
  /** A correction that only takes the replaced event back and adds no mark of its own. */
  readonly isVoid?: boolean;
  /** When the server received it; decides between two corrections of one event. Default: `at`. */
  readonly recordedAt?: IsoInstant | null;
  /** Captured while the device had no connection. */
  readonly isOffline?: boolean;
  /** Made away from the site (browser, outside the geofence). */
  readonly isRemote?: boolean;
  readonly costCentre?: string | null;
}

/** A refused face attempt. Listed beside the day; it can prevent an absence, never create one. */
export interface RefusedAttempt {
  readonly attemptId: string;
  readonly at: IsoInstant;
  /** The capture or verification outcome, e.g. `NON_MATCH`. */
  readonly outcome: string;
}
