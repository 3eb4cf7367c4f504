import { ATTENDANCE_KINDS, type AttendanceKind } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { LOCAL_DATE, stored } from './document-options.js';

@stored('offShiftMarks')
@index({ employeeId: 1, localDate: 1 }, { name: 'off_shift_of_employee' }) // replaceDays
@index({ at: -1, _id: -1 }, { name: 'off_shift_by_time' }) // list, newest first
@index({ siteId: 1, at: -1, _id: -1 }, { name: 'off_shift_of_site' }) // list of one site
export class OffShiftMarkDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, required: true, enum: ATTENDANCE_KINDS })
  kind!: AttendanceKind;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  localDate!: string;

  @prop({ type: () => String, required: true })
  reason!: string;
}
