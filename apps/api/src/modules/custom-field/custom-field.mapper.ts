import type { CustomField as CustomFieldEntity } from '@rollcall/db';
import type { CustomField } from './custom-field.types.js';

export function toCustomField(field: CustomFieldEntity): CustomField {
  const { id, key, label, type, options, isRequired, version } = field;
  return { id, key, label, type, options, isRequired, version };
}
