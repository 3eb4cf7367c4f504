import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonValue } from '../entities/audit-entry.js';
import { stored } from './document-options.js';

export const IDEMPOTENCY_STATES = ['CLAIMED', 'FINISHED'] as const;
export type IdempotencyState = (typeof IDEMPOTENCY_STATES)[number];

@stored('idempotencyRecords')
@index({ actorId: 1, key: 1 }, { unique: true, name: 'idempotency_once' }) // claim, wait
@index({ expiresAt: 1 }, { name: 'idempotency_expiry', expireAfterSeconds: 0 })
export class IdempotencyRecordDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  actorId!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  key!: string;

  @prop({ type: () => String, required: true })
  inputHash!: string;

  @prop({ type: () => String, required: true, enum: IDEMPOTENCY_STATES })
  state!: IdempotencyState;

  @prop({ type: () => String, required: true })
  token!: string;

  @prop({ type: () => Date, required: true })
  leaseUntil!: Date;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  answer!: JsonValue;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
