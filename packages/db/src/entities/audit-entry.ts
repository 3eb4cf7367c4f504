import type { ActorRef } from './actor.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export const AUDIT_OUTCOMES = ['DONE', 'REFUSED'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

export interface AuditTarget {
  /** For example `EMPLOYEE`, `API_KEY`, `FACE_GALLERY`. */
  readonly kind: string;
  readonly id: string;
}

/** What somebody did. Insert it in the transaction of what it witnesses. */
export interface NewAuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: ActorRef;
  /** Upper-case verb phrase such as `EMPLOYEE_CREATED`. */
  readonly action: string;
  readonly target: AuditTarget | null;
  readonly outcome: AuditOutcome;
  readonly requestId: string | null;
  /** Plain JSON; never a photo, a vector or a secret. */
  readonly details: JsonObject;
}

export interface AuditEntry extends NewAuditEntry {
  /** Place in the chain, from 1; null until sealed (within about a second). */
  readonly sequence: number | null;
  readonly sealedAt: Date | null;
}
