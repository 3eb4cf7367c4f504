import type { FinalisedPeriod } from '../entities/finalised-period.js';
import type { FinalisedPeriodDocument } from '../models/finalised-period.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atLeast, atMost } from './filters.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<FinalisedPeriod>()([
  'from',
  'to',
  'siteId',
  'departmentId',
  'finalisedBy',
  'finalisedAt',
  'reopenedBy',
  'reopenedAt',
  'reopenReason',
  'version',
  'createdAt',
  'updatedAt',
]);

export class FinalisedPeriodRepository extends VersionedRepository<FinalisedPeriod, FinalisedPeriodDocument> {
  constructor(collection: Collection<FinalisedPeriodDocument>) {
    super(collection, { toEntity, sort: { from: -1, _id: -1 } });
  }

  /** Those in force that touch the dates, both included. */
  async listInForce(
    range: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<readonly FinalisedPeriod[]> {
    return this.listWhere({ reopenedAt: null, from: atMost(range.to), to: atLeast(range.from) }, options);
  }
}
