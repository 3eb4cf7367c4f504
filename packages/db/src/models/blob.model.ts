import { index, prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** WRITING: the bytes are on their way, or were when the process ended. */
export const BLOB_STATES = ['WRITING', 'COMPLETE'] as const;
export type BlobState = (typeof BLOB_STATES)[number];

/** The bytes themselves lie in GridFS (`blobBytes.files`, `blobBytes.chunks`) under the same id. */
@stored('blobs')
@index({ expiresAt: 1 }, { name: 'blob_expiry' }) // deleteExpired
export class BlobDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, enum: BLOB_STATES })
  state!: BlobState;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  fileName!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  mediaType!: string;

  @prop({ type: () => Number, required: true })
  byteLength!: number;

  @prop({ type: () => String, default: '' })
  sha256!: string;

  /** Random; the blob's key is derived with it. */
  @prop({ type: () => Buffer, required: true })
  salt!: Buffer;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
