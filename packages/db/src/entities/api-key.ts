import type { PadPolicy, Scope } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** A key of another system. The secret is shown once and kept only as SHA-256 (it has 256 random bits). */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly padPolicy: PadPolicy;
  readonly createdBy: ActorRef;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Until when the secret before the last rotation works too; null: there is none. */
  readonly previousWorksUntil: Date | null;
  /** When that one was used last, since it was replaced. */
  readonly previousLastUsedAt: Date | null;
}

export interface NewApiKey extends Omit<ApiKey, 'previousWorksUntil' | 'previousLastUsedAt'> {
  /** From `hashApiKeySecret`. */
  readonly secretHash: string;
}
