import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('periodSignOffs')
@index({ to: 1, from: 1 }, { name: 'sign_off_by_date' }) // listTouching
export class PeriodSignOffDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  from!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  to!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, default: null })
  departmentId!: string | null;

  @prop({ type: () => String, required: true })
  digest!: string;

  @prop({ type: () => Number, required: true, min: 0 })
  dayCount!: number;

  @prop({ type: () => String, default: null, maxlength: 1000 })
  note!: string | null;

  @prop({ type: () => ActorRefDocument, required: true })
  signedBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  signedAt!: Date;

  @prop({ type: () => Date, default: null })
  withdrawnAt!: Date | null;
}
