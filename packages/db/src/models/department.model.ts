import { index, prop } from '@typegoose/typegoose';
import { stored, VersionedDocument } from './document-options.js';

@stored('departments')
@index({ nameKey: 1 }, { unique: true, name: 'department_name' }) // listAll, and no two departments of one name
export class DepartmentDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, default: null })
  parentId!: string | null;

  @prop({ type: () => String, default: null })
  managerEmployeeId!: string | null;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, default: null, maxlength: 100 })
  costCentre!: string | null;

  @prop({ type: () => Boolean, required: true })
  isArchived!: boolean;
}
