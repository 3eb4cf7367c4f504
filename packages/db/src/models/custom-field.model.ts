import { CUSTOM_FIELD_TYPES, type CustomFieldType } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { stored, VersionedDocument } from './document-options.js';

@stored('customFields')
@index({ key: 1 }, { unique: true, name: 'custom_field_key' })
export class CustomFieldDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, match: /^[a-z][A-Za-z0-9_]{0,39}$/ })
  key!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  label!: string;

  @prop({ type: () => String, required: true, enum: CUSTOM_FIELD_TYPES })
  type!: CustomFieldType;

  @prop({ type: () => [String], required: true })
  options!: string[];

  @prop({ type: () => Boolean, required: true })
  isRequired!: boolean;
}
