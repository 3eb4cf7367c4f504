import { DAY_CLOSURES, DAY_STATUSES, type DayClosure, type DayStatus } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { LOCAL_DATE, stored } from './document-options.js';

const FIGURES = {
  workDate: 1,
  siteId: 1,
  employeeId: 1,
  status: 1,
  markCount: 1,
  lateMinutes: 1,
  firstInAt: 1,
} as const;

@stored('dayRecords')
@index({ employeeId: 1, workDate: 1, shiftId: 1 }, { unique: true, name: 'day_once' }) // listByEmployee, upsert
@index({ workDate: -1, _id: -1 }, { name: 'day_by_date' }) // list, newest first
@index({ siteId: 1, workDate: -1, _id: -1 }, { name: 'day_of_site' }) // list of one site
@index({ departmentId: 1, workDate: -1, _id: -1 }, { name: 'day_of_department' }) // list of one department
@index({ status: 1, workDate: -1, _id: -1 }, { name: 'day_by_status' }) // list of one status
@index({ flags: 1, workDate: -1, _id: -1 }, { name: 'day_by_flag' }) // list of one flag: what waits for somebody
@index({ shiftId: 1, workDate: -1, _id: -1 }, { name: 'day_of_shift' }) // list of one shift
@index(FIGURES, { name: 'day_for_figures' }) // counts, read from the index alone
export class DayRecordDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, default: null })
  departmentId!: string | null;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  workDate!: string;

  @prop({ type: () => String, default: null })
  shiftId!: string | null;

  @prop({ type: () => String, required: true, enum: DAY_STATUSES })
  status!: DayStatus;

  @prop({ type: () => Date, default: null })
  firstInAt!: Date | null;

  @prop({ type: () => Date, default: null })
  lastOutAt!: Date | null;

  @prop({ type: () => Number, required: true, min: 0 })
  workedMinutes!: number;

  @prop({ type: () => Number, required: true, min: 0 })
  breakMinutes!: number;

  @prop({ type: () => Number, required: true, min: 0 })
  lateMinutes!: number;

  @prop({ type: () => Number, required: true, min: 0 })
  earlyMinutes!: number;

  @prop({ type: () => Number, required: true, min: 0 })
  overtimeMinutes!: number;

  @prop({ type: () => [String], required: true })
  flags!: string[];

  @prop({ type: () => Number, required: true, min: 0 })
  markCount!: number;

  @prop({ type: () => String, required: true })
  policyVersion!: string;

  @prop({ type: () => String, required: true, enum: DAY_CLOSURES })
  closure!: DayClosure;

  @prop({ type: () => String, required: true })
  detail!: string;

  @prop({ type: () => String, required: true })
  figures!: string;

  @prop({ type: () => String, required: true })
  digest!: string;

  @prop({ type: () => Boolean, required: true })
  isFinal!: boolean;

  @prop({ type: () => Date, required: true })
  computedAt!: Date;
}
