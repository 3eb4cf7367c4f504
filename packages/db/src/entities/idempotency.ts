import type { JsonValue } from './audit-entry.js';

export interface IdempotencyRequest {
  /** Who sent it: the same key of another actor is another request. */
  readonly actorId: string;
  readonly key: string;
  /** Hash over the canonical input; `hashInput` makes one. */
  readonly inputHash: string;
}

/** The right to do the work of one request, until the lease ends. */
export interface IdempotencyClaim {
  readonly recordId: string;
  readonly token: string;
  readonly leaseUntil: Date;
}

export type ClaimResult =
  | { readonly state: 'CLAIMED'; readonly claim: IdempotencyClaim }
  | { readonly state: 'IN_PROGRESS'; readonly leaseUntil: Date }
  | { readonly state: 'FINISHED'; readonly answer: JsonValue };
