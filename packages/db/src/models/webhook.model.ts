import {
  WEBHOOK_DELIVERY_STATES,
  WEBHOOK_EVENTS,
  type WebhookDeliveryState,
  type WebhookDeliveryType,
  type WebhookEvent,
} from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonObject } from '../entities/audit-entry.js';
import { embedded, stored, VersionedDocument } from './document-options.js';

/** Sealed for this webhook with a key that the master key wraps. */
@embedded()
export class SealedSecretDocument {
  @prop({ type: () => Buffer, required: true })
  iv!: Buffer;

  @prop({ type: () => Buffer, required: true })
  tag!: Buffer;

  @prop({ type: () => Buffer, required: true })
  ciphertext!: Buffer;
}

@stored('webhooks')
@index({ createdAt: 1, _id: 1 }, { name: 'webhook_by_creation' })
export class WebhookDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true, maxlength: 2_000 })
  url!: string;

  @prop({ type: () => [String], required: true, enum: WEBHOOK_EVENTS })
  events!: WebhookEvent[];

  @prop({ type: () => Boolean, required: true })
  isEnabled!: boolean;

  @prop({ type: () => SealedSecretDocument, required: true })
  secret!: SealedSecretDocument;
}

@stored('webhookDeliveries')
@index({ webhookId: 1, state: 1, sequence: 1 }, { name: 'delivery_queue' }) // listDueHeads
@index({ webhookId: 1, createdAt: -1, _id: -1 }, { name: 'delivery_log' }) // list
@index({ expiresAt: 1 }, { name: 'delivery_expiry', expireAfterSeconds: 0 })
export class WebhookDeliveryDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  webhookId!: string;

  @prop({ type: () => String, required: true, enum: [...WEBHOOK_EVENTS, 'TEST'] })
  type!: WebhookDeliveryType;

  @prop({ type: () => String, required: true })
  eventId!: string;

  @prop({ type: () => String, required: true })
  subject!: string;

  @prop({ type: () => Number, required: true })
  sequence!: number;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  payload!: JsonObject;

  @prop({ type: () => String, required: true, enum: WEBHOOK_DELIVERY_STATES })
  state!: WebhookDeliveryState;

  @prop({ type: () => Number, required: true })
  attempts!: number;

  @prop({ type: () => Date, required: true })
  nextAttemptAt!: Date;

  @prop({ type: () => Number, default: null })
  lastStatus!: number | null;

  @prop({ type: () => String, default: null })
  lastProblem!: string | null;

  @prop({ type: () => String, default: null })
  replayOf!: string | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, default: null })
  deliveredAt!: Date | null;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
