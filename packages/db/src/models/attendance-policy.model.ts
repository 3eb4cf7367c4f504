import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonObject } from '../entities/audit-entry.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { appendOnly } from './append-only.js';
import { LOCAL_DATE, stored } from './document-options.js';

@appendOnly()
@stored('attendancePolicies')
@index({ policyId: 1, number: 1 }, { unique: true, name: 'policy_version' }) // listAll; two editors at once: one wins
export class AttendancePolicyDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  policyId!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => Number, required: true, min: 1 })
  number!: number;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  effectiveFrom!: string | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  levers!: JsonObject;

  @prop({ type: () => ActorRefDocument, required: true })
  createdBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;
}
