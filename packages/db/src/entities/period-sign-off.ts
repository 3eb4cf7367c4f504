import type { ActorRef } from './actor.js';

/** A manager's word that the days of a period are right. It stands for exactly those verdicts: `digest` tells if they changed. */
export interface PeriodSignOff {
  readonly id: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Null: every site, every department. */
  readonly siteId: string | null;
  readonly departmentId: string | null;
  /** SHA-256 over the ids and digests of the days. */
  readonly digest: string;
  readonly dayCount: number;
  readonly note: string | null;
  readonly signedBy: ActorRef;
  readonly signedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
