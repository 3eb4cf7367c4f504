import type { AssuranceLevel, AttendanceKind, AttendanceSource, PlaceFlag } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** What was told and noticed when somebody made a mark. */
export interface CheckInFacts {
  readonly placeFlags: readonly PlaceFlag[];
  /** Why somebody else marked for the person; null if the person did. */
  readonly reason: string | null;
  /** What the clock of the sender showed; it does not count. Null: not told. */
  readonly capturedAt: Date | null;
  /** That clock minus ours, the way of the request included. */
  readonly clockOffsetMs: number | null;
}

/** An accepted mark. Append-only: a correction is a new event that names the one it replaces. */
export interface AttendanceEvent {
  readonly id: string;
  readonly employeeId: string;
  readonly siteId: string | null;
  readonly kind: AttendanceKind;
  readonly at: Date;
  /** IANA zone of the site where it was made. */
  readonly timeZone: string;
  /** The calendar date there at that instant, YYYY-MM-DD. */
  readonly localDate: string;
  readonly source: AttendanceSource;
  readonly assurance: AssuranceLevel;
  readonly attemptId: string | null;
  readonly deviceId: string | null;
  readonly replacesEventId: string | null;
  /** A correction that only takes the replaced event back and is no mark itself. */
  readonly isVoid: boolean;
  /** Made away from the site. */
  readonly isRemote: boolean;
  /** Captured while the device had no connection; absent or null: it had one. */
  readonly isOffline?: boolean | null;
  /** Cost centre or job that the mark was made for. */
  readonly costCentre: string | null;
  /** The import it came with; absent or null: none. */
  readonly importId?: string | null;
  /** Null: not made at a check-in, but imported or corrected. */
  readonly checkIn?: CheckInFacts | null;
  readonly actor: ActorRef;
  /** When it reached the server; later than `at` for marks made offline. */
  readonly recordedAt: Date;
}

/** What the rules of a day look at; less to read where there are many. */
export type JudgedMark = Omit<AttendanceEvent, 'localDate' | 'attemptId' | 'importId' | 'checkIn' | 'actor'>;
