import { CONSENT_METHODS, type ConsentMethod, REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../entities/consent.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('consents')
@index(
  { employeeId: 1, purpose: 1 },
  { unique: true, name: 'consent_in_force', partialFilterExpression: { isInForce: true } },
) // findInForce and the reading path; at most one in force
@index({ employeeId: 1, recordedAt: -1 }, { name: 'consent_history' }) // listByEmployee
export class ConsentDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true, enum: CONSENT_PURPOSES })
  purpose!: ConsentPurpose;

  @prop({ type: () => String, required: true })
  textVersion!: string;

  @prop({ type: () => String, default: null, enum: [...REPORT_LOCALES, null] })
  textLanguage!: ReportLocale | null;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  textHash!: string;

  @prop({ type: () => String, required: true, enum: CONSENT_METHODS })
  method!: ConsentMethod;

  @prop({ type: () => ActorRefDocument, required: true })
  recordedBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  recordedAt!: Date;

  @prop({ type: () => ActorRefDocument, default: null })
  withdrawnBy!: ActorRefDocument | null;

  @prop({ type: () => Date, default: null })
  withdrawnAt!: Date | null;

  @prop({ type: () => Boolean, required: true })
  isInForce!: boolean;
}
