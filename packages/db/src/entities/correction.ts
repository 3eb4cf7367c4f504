import type { AttendanceKind, CorrectionAction, DecisionStatus } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** A wish to change what the marks say. Approved, it becomes an event; the former event stays. */
export interface Correction {
  readonly id: string;
  readonly employeeId: string;
  readonly action: CorrectionAction;
  /** The mark that is wrong; null for ADD. */
  readonly replacesEventId: string | null;
  /** What the mark should be; null for VOID. */
  readonly kind: AttendanceKind | null;
  readonly at: Date | null;
  /** The local date of the mark it is about, YYYY-MM-DD. */
  readonly localDate: string;
  readonly siteId: string;
  readonly reason: string;
  readonly status: DecisionStatus;
  readonly requestedBy: ActorRef;
  readonly decidedBy: ActorRef | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  /** The event that the approval wrote. */
  readonly eventId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
