import type { Role } from '@rollcall/contracts';

/** Somebody who can sign in. What proves who they are (passwords, keys) is kept by the sign-in library, elsewhere. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** In lower case; unique. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** The sites a manager sees. */
  readonly siteIds: readonly string[];
  /** The departments a manager sees, at whichever site. */
  readonly departmentIds: readonly string[];
  readonly employeeId: string | null;
  /** Since when this person may not sign in; null: may. */
  readonly deactivatedAt: Date | null;
  /** Whether a code is asked for after the password. */
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type UserAccess = Pick<User, 'roles' | 'siteIds' | 'departmentIds' | 'employeeId'>;

/** One browser in which somebody is signed in, without the token that opens it. */
export interface UserSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  /** Of the last use, to within a few minutes. */
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}
