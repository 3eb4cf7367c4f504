import {
  EMPLOYEE_STATUSES,
  type EmployeeStatus,
  LIMITS,
  VERIFICATION_LEVELS,
  type VerificationLevel,
} from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import type { CustomFieldValues } from '../entities/custom-field.js';
import type { ServiceBreak, SitePeriod } from '../entities/employee.js';
import { LOCAL_DATE, stored } from './document-options.js';

@stored('employees')
@index({ numberKey: 1 }, { unique: true, name: 'employee_number' }) // findByNumber; uniqueness whatever the case
@index(
  { externalId: 1 },
  { unique: true, name: 'employee_external_id', partialFilterExpression: { externalId: { $type: 'string' } } },
)
@index(
  { badgeKey: 1 },
  { unique: true, name: 'employee_badge', partialFilterExpression: { badgeKey: { $type: 'string' } } },
) // findByBadge
@index({ departmentId: 1, numberSortKey: 1, _id: 1 }, { name: 'employee_department_by_number' }) // list of one department
@index(
  { defaultShiftId: 1 },
  { name: 'employee_default_shift', partialFilterExpression: { defaultShiftId: { $type: 'string' } } },
) // who has a shift
@index(
  { mergedIntoId: 1 },
  { name: 'employee_merged_into', partialFilterExpression: { mergedIntoId: { $type: 'string' } } },
) // listMergedInto
@index({ emailKey: 1 }, { name: 'employee_email', partialFilterExpression: { emailKey: { $type: 'string' } } }) // listByEmail
@index({ numberSortKey: 1, _id: 1 }, { name: 'employee_by_number' }) // list, NUMBER_ASC and NUMBER_DESC
@index({ nameKey: 1, _id: 1 }, { name: 'employee_by_name' }) // list, NAME_ASC and NAME_DESC
@index({ createdAt: 1, _id: 1 }, { name: 'employee_by_creation' }) // list, CREATED_AT_DESC
@index({ siteId: 1, numberSortKey: 1, _id: 1 }, { name: 'employee_site_by_number' }) // list of one site
@index({ status: 1, numberSortKey: 1, _id: 1 }, { name: 'employee_status_by_number' }) // list of one status
export class EmployeeDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: LIMITS.maxEmployeeNumberLength })
  number!: string;

  @prop({ type: () => String, required: true, minlength: 1 })
  numberKey!: string;

  @prop({ type: () => String, required: true })
  numberSortKey!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: LIMITS.maxNameLength })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, default: null, maxlength: 254 })
  email!: string | null;

  @prop({ type: () => String, default: null })
  emailKey!: string | null;

  /** Folded number, name and e-mail for the search box. */
  @prop({ type: () => String, required: true })
  searchText!: string;

  @prop({ type: () => String, default: null, maxlength: LIMITS.maxNameLength })
  externalId!: string | null;

  @prop({ type: () => String, required: true, enum: EMPLOYEE_STATUSES })
  status!: EmployeeStatus;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], required: true })
  siteHistory!: SitePeriod[];

  @prop({ type: () => String, default: null })
  departmentId!: string | null;

  @prop({ type: () => String, default: null })
  defaultShiftId!: string | null;

  @prop({ type: () => String, default: null })
  homeTimeZone!: string | null;

  @prop({ type: () => String, default: null, maxlength: 100 })
  costCentre!: string | null;

  @prop({ type: () => String, default: null, maxlength: LIMITS.maxNameLength })
  badge!: string | null;

  @prop({ type: () => String, default: null })
  badgeKey!: string | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  customFields!: CustomFieldValues;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  joiningDate!: string | null;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  leavingDate!: string | null;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], default: null })
  serviceBreaks!: readonly ServiceBreak[] | null;

  @prop({ type: () => Date, default: null })
  removedFromDirectoryAt!: Date | null;

  @prop({ type: () => String, default: null, enum: [...VERIFICATION_LEVELS, null] })
  verificationLevel!: VerificationLevel | null;

  @prop({ type: () => String, default: null })
  mergedIntoId!: string | null;

  @prop({ type: () => String, default: null, enum: [...EMPLOYEE_STATUSES, null] })
  statusBeforeMerge!: EmployeeStatus | null;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  mergedDaysFrom!: string | null;

  @prop({ type: () => [String], required: true })
  templateModelIds!: string[];

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
