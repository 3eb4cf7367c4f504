import { index, prop } from '@typegoose/typegoose';
import { UPLOAD_STATES, type UploadState } from '../entities/upload.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('uploads')
@index({ tokenHash: 1 }, { unique: true, name: 'upload_token' }) // beginReceiving
@index({ 'createdBy.id': 1, expiresAt: 1 }, { name: 'upload_of_actor' }) // countLive
@index({ expiresAt: 1 }, { name: 'upload_expiry', expireAfterSeconds: 0 })
export class UploadDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  tokenHash!: string;

  @prop({ type: () => String, required: true, enum: UPLOAD_STATES })
  state!: UploadState;

  /** Another try may begin then: the one before was cut off. */
  @prop({ type: () => Date, default: null })
  receivingUntil!: Date | null;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  fileName!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  mediaType!: string;

  @prop({ type: () => Number, required: true, min: 1 })
  byteLength!: number;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  sha256!: string;

  @prop({ type: () => ActorRefDocument, required: true })
  createdBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
