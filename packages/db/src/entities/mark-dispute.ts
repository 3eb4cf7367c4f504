import type { DisputeStatus } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** Somebody says that a mark was not made by the person it counts for. Until it is decided, the mark counts. */
export interface MarkDispute {
  readonly id: string;
  readonly eventId: string;
  /** The person the mark counts for. */
  readonly employeeId: string;
  /** Where that person belonged when it was raised. */
  readonly siteId: string | null;
  /** The local date of the mark, YYYY-MM-DD. */
  readonly localDate: string;
  /** Who made it instead, as far as is known: upheld, it counts for that person. */
  readonly actualEmployeeId: string | null;
  readonly reason: string;
  readonly status: DisputeStatus;
  readonly raisedBy: ActorRef;
  readonly decidedBy: ActorRef | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  /** The event that took the mark back. */
  readonly voidEventId: string | null;
  /** The mark that was written for the person who made it. */
  readonly actualEventId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
