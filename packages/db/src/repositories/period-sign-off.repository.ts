import type { PeriodSignOff } from '../entities/period-sign-off.js';
import type { PeriodSignOffDocument } from '../models/period-sign-off.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atLeast, atMost } from './filters.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<PeriodSignOff>()([
  'from',
  'to',
  'siteId',
  'departmentId',
  'digest',
  'dayCount',
  'note',
  'signedBy',
  'signedAt',
  'withdrawnAt',
  'version',
  'createdAt',
  'updatedAt',
]);

export class PeriodSignOffRepository extends VersionedRepository<PeriodSignOff, PeriodSignOffDocument> {
  constructor(collection: Collection<PeriodSignOffDocument>) {
    super(collection, { toEntity, sort: { signedAt: -1, _id: -1 } });
  }

  /** Latest first, those that touch the dates (both included); withdrawn ones too. */
  async listTouching(
    range: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<readonly PeriodSignOff[]> {
    return this.listWhere({ from: atMost(range.to), to: atLeast(range.from) }, options);
  }
}
