import { index, mongoose, prop } from '@typegoose/typegoose';
import type { CutAssignment, RosterSchedule, ShiftPattern } from '../entities/roster.js';
import { LOCAL_DATE, LOCAL_TIME, stored, VersionedDocument } from './document-options.js';

@stored('shifts')
@index({ nameKey: 1 }, { unique: true, name: 'shift_name' }) // listAll, and no two shifts of one name
export class ShiftDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, required: true, match: LOCAL_TIME })
  start!: string;

  @prop({ type: () => String, required: true, match: LOCAL_TIME })
  end!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  pattern!: ShiftPattern;

  @prop({ type: () => String, required: true })
  policyId!: string;

  @prop({ type: () => Boolean, required: true })
  isArchived!: boolean;

  /** Goes up whenever somebody is planned with it; only there so that such writes and changes of the shift collide. */
  @prop({ type: () => Number, default: 0 })
  planCount!: number;
}

@stored('shiftAssignments')
@index({ employeeId: 1, from: 1, _id: 1 }, { name: 'assignment_of_employee' }) // listByEmployees
export class ShiftAssignmentDocument extends VersionedDocument {
  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  from!: string;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  to!: string | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  schedule!: RosterSchedule;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  cutFrom?: CutAssignment | null;
}
