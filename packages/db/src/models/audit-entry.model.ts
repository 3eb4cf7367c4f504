import { index, mongoose, prop } from '@typegoose/typegoose';
import { AUDIT_OUTCOMES, type AuditOutcome, type JsonObject } from '../entities/audit-entry.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { embedded, stored } from './document-options.js';

@embedded()
export class AuditTargetDocument {
  @prop({ type: () => String, required: true })
  kind!: string;

  @prop({ type: () => String, required: true })
  id!: string;
}

/** `mac` covers the content and is there from the insert; sequence, previous and chain are added by the sealer. */
@stored('auditEntries')
@index(
  { sequence: 1 },
  { unique: true, name: 'audit_sequence', partialFilterExpression: { sequence: { $type: 'number' } } },
) // verification, sealed list
@index({ at: 1, _id: 1 }, { name: 'audit_pending', partialFilterExpression: { isPending: true } }) // the sealer's queue
@index({ at: -1, _id: -1 }, { name: 'audit_by_time' }) // list, newest first
@index({ 'target.kind': 1, 'target.id': 1, at: -1, _id: -1 }, { name: 'audit_of_target_by_time' }) // list of one target
@index({ 'actor.id': 1, at: -1, _id: -1 }, { name: 'audit_of_actor_by_time' }) // list of one actor
@index({ action: 1, at: -1, _id: -1 }, { name: 'audit_by_action' }) // list of one action
export class AuditEntryDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => ActorRefDocument, required: true })
  actor!: ActorRefDocument;

  @prop({ type: () => String, required: true, match: /^[A-Z][A-Z0-9_]*$/ })
  action!: string;

  @prop({ type: () => AuditTargetDocument, default: null })
  target!: AuditTargetDocument | null;

  @prop({ type: () => String, required: true, enum: AUDIT_OUTCOMES })
  outcome!: AuditOutcome;

  @prop({ type: () => String, default: null })
  requestId!: string | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  details!: JsonObject;

  @prop({ type: () => String, required: true })
  mac!: string;

  @prop({ type: () => Boolean })
  isPending?: boolean;

  @prop({ type: () => Number })
  sequence?: number;

  @prop({ type: () => String })
  previous?: string;

  @prop({ type: () => String })
  chain?: string;

  @prop({ type: () => Date })
  sealedAt?: Date;
}

/** One document, `_id` = `head`: the end of the chain and the sealer's lease. */
@stored('auditHead')
export class AuditHeadDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  sequence!: number;

  @prop({ type: () => String, required: true })
  chain!: string;

  /** HMAC over sequence and chain, so that the head cannot be moved back by hand. */
  @prop({ type: () => String, required: true })
  mac!: string;

  @prop({ type: () => String, default: null })
  leaseOwner!: string | null;

  @prop({ type: () => Date, default: null })
  leaseUntil!: Date | null;
}
