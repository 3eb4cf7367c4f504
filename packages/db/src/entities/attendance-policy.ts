import type { ActorRef } from './actor.js';
import type { JsonObject } from './audit-entry.js';

/** One version of the rules of a policy. Never changed: other rules are the next version. */
export interface AttendancePolicy {
  /** `<policyId>:<number>`. */
  readonly id: string;
  readonly policyId: string;
  readonly name: string;
  /** Counts the versions of a policy from 1. */
  readonly number: number;
  /** First work date it judges, YYYY-MM-DD; null: from the beginning. */
  readonly effectiveFrom: string | null;
  /** Those that differ from the defaults of the rule engine. */
  readonly levers: JsonObject;
  readonly createdBy: ActorRef;
  readonly createdAt: Date;
}
