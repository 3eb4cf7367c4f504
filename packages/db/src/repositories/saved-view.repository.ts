import type { SavedViewList } from '@rollcall/contracts';
import type { SavedView } from '../entities/saved-view.js';
import type { SavedViewDocument } from '../models/saved-view.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<SavedView>()([
  ...(['userId', 'list', 'name', 'filters', 'version', 'createdAt', 'updatedAt'] as const),
]);

/** Filters of lists that people keep, each for themselves. */
export class SavedViewRepository extends VersionedRepository<SavedView, SavedViewDocument> {
  constructor(collection: Collection<SavedViewDocument>) {
    super(collection, { toEntity, hasNameKey: true, sort: { nameKey: 1, _id: 1 } });
  }

  /** Of one person and list, by name; there are few. */
  async listOf(userId: string, list: SavedViewList, options: WithSession = {}): Promise<readonly SavedView[]> {
    return this.listWhere({ userId, list }, options);
  }
}
