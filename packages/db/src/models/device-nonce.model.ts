import { index, prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** A signed request of a device that was let in; it is not let in again. */
@stored('deviceNonces')
@index({ deleteAt: 1 }, { name: 'device_nonce_expiry', expireAfterSeconds: 0 })
export class DeviceNonceDocument {
  /** Device and nonce. */
  @prop({ type: () => String, required: true, maxlength: 200 })
  _id!: string;

  @prop({ type: () => Date, required: true })
  deleteAt!: Date;
}
