import {
  REPORT_MAIL_DELIVERIES,
  REPORT_MAIL_FREQUENCIES,
  REPORT_MAIL_PROBLEMS,
  type ReportMailDelivery,
  type ReportMailFrequency,
  type ReportMailProblem,
} from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { LOCAL_TIME, stored, VersionedDocument } from './document-options.js';

@stored('reportSchedules')
@index({ createdAt: 1, _id: 1 }, { name: 'report_schedule_by_creation' }) // list
@index({ ownerId: 1, createdAt: 1, _id: 1 }, { name: 'report_schedule_of_owner' }) // list of one's own
@index({ nextAt: 1 }, { name: 'report_schedule_due' }) // listDue
@index({ retryAt: 1 }, { name: 'report_schedule_pending', partialFilterExpression: { retryAt: { $type: 'date' } } })
export class ReportScheduleDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  ownerId!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  kind!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, default: null })
  departmentId!: string | null;

  @prop({ type: () => String, required: true, enum: REPORT_MAIL_DELIVERIES })
  delivery!: ReportMailDelivery;

  @prop({ type: () => String, default: null })
  format!: string | null;

  @prop({ type: () => String, required: true })
  locale!: string;

  @prop({ type: () => String, required: true, enum: REPORT_MAIL_FREQUENCIES })
  frequency!: ReportMailFrequency;

  @prop({ type: () => Number, default: null, min: 1, max: 7 })
  weekday!: number | null;

  @prop({ type: () => Number, default: null, min: 1, max: 28 })
  dayOfMonth!: number | null;

  @prop({ type: () => String, required: true, match: LOCAL_TIME })
  time!: string;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => [String], required: true })
  recipientIds!: string[];

  @prop({ type: () => Boolean, required: true })
  isPaused!: boolean;

  @prop({ type: () => Date, required: true })
  nextAt!: Date;

  @prop({ type: () => Date, default: null })
  pendingDueAt!: Date | null;

  @prop({ type: () => [String], required: true })
  pendingRecipientIds!: string[];

  @prop({ type: () => Date, default: null })
  retryAt!: Date | null;

  @prop({ type: () => Date, default: null })
  lastSentAt!: Date | null;

  @prop({ type: () => String, default: null, enum: [...REPORT_MAIL_PROBLEMS, null] })
  lastProblem!: ReportMailProblem | null;
}
