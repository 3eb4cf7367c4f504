import type { DayRebuild } from '../entities/day-rebuild.js';
import type { DayRebuildDocument } from '../models/day-rebuild.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';

const { toEntity } = entityMapper<DayRebuild>()([
  'from',
  'to',
  'employeeIds',
  'isForFacts',
  'reason',
  'doneUpToId',
  'requestedAt',
]);

/** A queue: inserted in the transaction of the change, removed when done. */
export class DayRebuildRepository {
  constructor(private readonly collection: Collection<DayRebuildDocument>) {}

  async insert(rebuild: DayRebuild, options: WithSession): Promise<void> {
    await this.collection.insert(toDocument(rebuild), options);
  }

  /** The oldest that is not done; null if nothing waits. */
  async findNext(): Promise<DayRebuild | null> {
    const found = await this.collection.findOne({}, { sort: { requestedAt: 1, _id: 1 } });
    return found && toEntity(found);
  }

  async noteProgress(id: string, doneUpToId: string): Promise<void> {
    await this.collection.updateOne({ _id: id }, { $set: { doneUpToId } });
  }

  async remove(id: string): Promise<void> {
    await this.collection.deleteOne({ _id: id });
  }
}
