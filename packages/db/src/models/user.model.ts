import { ROLES, type Role } from '@rollcall/contracts';
import { prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** Written by the sign-in library too, which makes the indexes on e-mail and token: see the API's `auth-indexes.ts`. */
@stored('authUsers')
export class UserDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => String, required: true })
  email!: string;

  @prop({ type: () => [String], required: true, enum: ROLES })
  roles!: Role[];

  @prop({ type: () => [String] })
  siteIds?: string[];

  @prop({ type: () => [String] })
  departmentIds?: string[];

  @prop({ type: () => String })
  employeeId?: string | null;

  @prop({ type: () => Date })
  deactivatedAt?: Date | null;

  /** Whether a code is asked for after the password. */
  @prop({ type: () => Boolean })
  twoFactorEnabled?: boolean | null;

  /** Counted up when somebody asks whether an owner is left, so that two who ask at once meet. */
  @prop({ type: () => Number })
  ownerChecks?: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}

@stored('authSessions')
export class SessionDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => String })
  ipAddress?: string | null;

  @prop({ type: () => String })
  userAgent?: string | null;
}

/** A password or an identity elsewhere that somebody signs in with. Written by the sign-in library. */
@stored('authAccounts')
export class SignInDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;
}
