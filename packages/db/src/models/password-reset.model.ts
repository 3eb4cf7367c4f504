import { index, prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

@stored('passwordResets')
@index({ tokenHash: 1 }, { unique: true, name: 'password_reset_token' }) // take
@index({ userId: 1, createdAt: -1 }, { name: 'password_reset_of_user' }) // countSince, removeOf
@index({ expiresAt: 1 }, { name: 'password_reset_expiry', expireAfterSeconds: 0 })
export class PasswordResetDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  tokenHash!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
