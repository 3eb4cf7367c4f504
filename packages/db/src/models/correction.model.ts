import {
  ATTENDANCE_KINDS,
  type AttendanceKind,
  CORRECTION_ACTIONS,
  type CorrectionAction,
  DECISION_STATUSES,
  type DecisionStatus,
} from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('corrections')
@index({ createdAt: -1, _id: -1 }, { name: 'correction_by_time' }) // list, newest first
@index({ status: 1, createdAt: -1, _id: -1 }, { name: 'correction_by_status' }) // list of what waits
@index({ employeeId: 1, createdAt: -1, _id: -1 }, { name: 'correction_of_employee' }) // list of one person
export class CorrectionDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true, enum: CORRECTION_ACTIONS })
  action!: CorrectionAction;

  @prop({ type: () => String, default: null })
  replacesEventId!: string | null;

  @prop({ type: () => String, default: null, enum: [...ATTENDANCE_KINDS, null] })
  kind!: AttendanceKind | null;

  @prop({ type: () => Date, default: null })
  at!: Date | null;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  localDate!: string;

  @prop({ type: () => String, required: true })
  siteId!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 1000 })
  reason!: string;

  @prop({ type: () => String, required: true, enum: DECISION_STATUSES })
  status!: DecisionStatus;

  @prop({ type: () => ActorRefDocument, required: true })
  requestedBy!: ActorRefDocument;

  @prop({ type: () => ActorRefDocument, default: null })
  decidedBy!: ActorRefDocument | null;

  @prop({ type: () => Date, default: null })
  decidedAt!: Date | null;

  @prop({ type: () => String, default: null, maxlength: 1000 })
  decisionNote!: string | null;

  @prop({ type: () => String, default: null })
  eventId!: string | null;
}
