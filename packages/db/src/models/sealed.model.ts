import { prop } from '@typegoose/typegoose';
import { embedded } from './document-options.js';

/** AES-256-GCM output. `keyId` names the data key of the person; format 1 is the only one so far. */
@embedded()
export class SealedDocument {
  @prop({ type: () => Number, required: true })
  format!: number;

  @prop({ type: () => String, required: true })
  keyId!: string;

  @prop({ type: () => Buffer, required: true })
  iv!: Buffer;

  @prop({ type: () => Buffer, required: true })
  tag!: Buffer;

  @prop({ type: () => Buffer, required: true })
  ciphertext!: Buffer;
}
