import { prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** Written by the sign-in library, except for the last step. The API's `auth-indexes.ts` makes the unique index on `userId`. */
@stored('authTwoFactors')
export class SecondFactorDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;

  /** Encrypted by the sign-in library. */
  @prop({ type: () => String, required: true })
  secret!: string;

  /** A JSON list of those not used yet, encrypted by the sign-in library. */
  @prop({ type: () => String, required: true })
  backupCodes!: string;

  /** False from the set-up until the first right code. */
  @prop({ type: () => Boolean })
  verified?: boolean | null;

  /** Ours: the time step of the last code that was taken. */
  @prop({ type: () => Number })
  lastUsedStep?: number | null;
}
