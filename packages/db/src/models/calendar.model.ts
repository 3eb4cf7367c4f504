import { DAY_PORTIONS, type DayPortion, DECISION_STATUSES, type DecisionStatus } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { LOCAL_DATE, stored, VersionedDocument } from './document-options.js';

@stored('holidays')
@index({ date: 1, siteId: 1, nameKey: 1 }, { unique: true, name: 'holiday_once' }) // listBetween; an import twice adds nothing
export class HolidayDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  date!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, required: true, enum: DAY_PORTIONS })
  portion!: DayPortion;

  @prop({ type: () => String, default: null })
  siteId!: string | null;
}

@stored('weeklyOffs')
export class WeeklyOffDocument extends VersionedDocument {
  @prop({ type: () => Number, required: true, min: 1, max: 7 })
  weekday!: number;

  @prop({ type: () => [Number], required: true })
  weeksOfMonth!: number[];

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  from!: string | null;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  to!: string | null;

  @prop({ type: () => String, default: null })
  siteId!: string | null;
}

@stored('leaveTypes')
@index({ nameKey: 1 }, { unique: true, name: 'leave_type_name' })
export class LeaveTypeDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => Boolean, required: true })
  isPaid!: boolean;

  @prop({ type: () => String, default: null, match: /^#[0-9a-f]{6}$/ })
  colour!: string | null;

  @prop({ type: () => Boolean, required: true })
  isArchived!: boolean;
}

@stored('leaves')
@index({ employeeId: 1, from: 1 }, { name: 'leave_of_employee' }) // listApproved, overlap
@index({ from: -1, _id: -1 }, { name: 'leave_by_date' }) // list, newest first
@index({ status: 1, from: -1, _id: -1 }, { name: 'leave_by_status' }) // list of what waits
export class LeaveDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true })
  leaveTypeId!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  from!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  to!: string;

  @prop({ type: () => String, required: true, enum: DAY_PORTIONS })
  portion!: DayPortion;

  @prop({ type: () => String, default: '', maxlength: 1000 })
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
}
