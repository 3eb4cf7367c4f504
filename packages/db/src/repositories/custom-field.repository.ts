import type { CustomField } from '../entities/custom-field.js';
import type { CustomFieldDocument } from '../models/custom-field.model.js';
import type { Collection } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<CustomField>()([
  'key',
  'label',
  'type',
  'options',
  'isRequired',
  'version',
  'createdAt',
  'updatedAt',
]);

/** By key; there are few. */
export class CustomFieldRepository extends VersionedRepository<CustomField, CustomFieldDocument> {
  constructor(collection: Collection<CustomFieldDocument>) {
    super(collection, { toEntity, sort: { key: 1 } });
  }
}
