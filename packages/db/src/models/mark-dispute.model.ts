import { DISPUTE_STATUSES, type DisputeStatus } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('markDisputes')
@index({ createdAt: -1, _id: -1 }, { name: 'dispute_by_time' }) // list, newest first
@index({ status: 1, createdAt: -1, _id: -1 }, { name: 'dispute_by_status' }) // list of what waits
@index({ employeeId: 1, createdAt: -1, _id: -1 }, { name: 'dispute_of_employee' }) // list of one person
@index({ eventId: 1 }, { name: 'dispute_of_event' }) // listOfEvents
@index({ eventId: 1 }, { unique: true, name: 'dispute_open_once', partialFilterExpression: { status: 'OPEN' } })
export class MarkDisputeDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  eventId!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  localDate!: string;

  @prop({ type: () => String, default: null })
  actualEmployeeId!: string | null;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 1000 })
  reason!: string;

  @prop({ type: () => String, required: true, enum: DISPUTE_STATUSES })
  status!: DisputeStatus;

  @prop({ type: () => ActorRefDocument, required: true })
  raisedBy!: ActorRefDocument;

  @prop({ type: () => ActorRefDocument, default: null })
  decidedBy!: ActorRefDocument | null;

  @prop({ type: () => Date, default: null })
  decidedAt!: Date | null;

  @prop({ type: () => String, default: null, maxlength: 1000 })
  decisionNote!: string | null;

  @prop({ type: () => String, default: null })
  voidEventId!: string | null;

  @prop({ type: () => String, default: null })
  actualEventId!: string | null;
}
