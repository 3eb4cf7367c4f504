import type { Role } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** A letter that lets somebody make an account, once. Its token is kept as SHA-256 (it has 256 random bits). */
export interface Invitation {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly roles: readonly Role[];
  readonly siteIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly employeeId: string | null;
  readonly invitedBy: ActorRef;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewInvitation extends Invitation {
  readonly tokenHash: string;
}

/** A letter that lets somebody set a new password, once. */
export interface NewPasswordReset {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
