import type { ActorRef } from './actor.js';

/** How much of the overtime of one day may be paid. The latest decision counts. */
export interface OvertimeDecision {
  /** `<employeeId>:<workDate>:<shiftId>`, as of the day record. */
  readonly id: string;
  readonly employeeId: string;
  /** YYYY-MM-DD. */
  readonly workDate: string;
  readonly shiftId: string;
  /** At most this much is payable; 0 rejects. */
  readonly approvedMinutes: number;
  readonly note: string | null;
  readonly decidedBy: ActorRef;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
