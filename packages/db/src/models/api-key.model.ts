import { PAD_POLICIES, type PadPolicy, SCOPES, type Scope } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('apiKeys')
@index({ createdAt: -1, _id: -1 }, { name: 'api_key_by_creation' }) // listAll
export class ApiKeyDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  secretHash!: string;

  @prop({ type: () => [String], required: true, enum: SCOPES })
  scopes!: Scope[];

  @prop({ type: () => String, required: true, enum: PAD_POLICIES })
  padPolicy!: PadPolicy;

  @prop({ type: () => ActorRefDocument, required: true })
  createdBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, default: null })
  expiresAt!: Date | null;

  @prop({ type: () => Date, default: null })
  lastUsedAt!: Date | null;

  @prop({ type: () => Date, default: null })
  revokedAt!: Date | null;

  /** Of the secret before the last rotation. */
  @prop({ type: () => String, match: /^[0-9a-f]{64}$/ })
  previousSecretHash?: string;

  @prop({ type: () => Date })
  previousWorksUntil?: Date | null;

  @prop({ type: () => Date })
  previousLastUsedAt?: Date | null;
}
