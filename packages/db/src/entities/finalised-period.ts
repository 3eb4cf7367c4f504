import type { ActorRef } from './actor.js';

/** Work dates whose records are locked: what payroll has taken does not change under its hands. */
export interface FinalisedPeriod {
  readonly id: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Null: every site. */
  readonly siteId: string | null;
  /** Null: every department. */
  readonly departmentId: string | null;
  readonly finalisedBy: ActorRef;
  readonly finalisedAt: Date;
  readonly reopenedBy: ActorRef | null;
  readonly reopenedAt: Date | null;
  readonly reopenReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
