import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('finalisedPeriods')
@index({ to: 1, from: 1 }, { name: 'period_by_date' }) // listInForce
export class FinalisedPeriodDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  from!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  to!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  /** Missing in periods of before: every department. */
  @prop({ type: () => String, default: null })
  departmentId!: string | null;

  @prop({ type: () => ActorRefDocument, required: true })
  finalisedBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  finalisedAt!: Date;

  @prop({ type: () => ActorRefDocument, default: null })
  reopenedBy!: ActorRefDocument | null;

  @prop({ type: () => Date, default: null })
  reopenedAt!: Date | null;

  @prop({ type: () => String, default: null, maxlength: 1000 })
  reopenReason!: string | null;
}
