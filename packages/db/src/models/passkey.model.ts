import { prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** Written by the sign-in library: public keys only. The API's `auth-indexes.ts` makes the indexes. */
@stored('authPasskeys')
export class PasskeyDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;
}
