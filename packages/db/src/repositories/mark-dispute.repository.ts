import type { DisputeStatus } from '@rollcall/contracts';
import type { MarkDispute } from '../entities/mark-dispute.js';
import type { MarkDisputeDocument } from '../models/mark-dispute.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { defined, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';
import { VersionedRepository } from './versioned.repository.js';

const { fields, toEntity } = entityMapper<MarkDispute>()([
  'eventId',
  'employeeId',
  'siteId',
  'localDate',
  'actualEmployeeId',
  'reason',
  'status',
  'raisedBy',
  'decidedBy',
  'decidedAt',
  'decisionNote',
  'voidEventId',
  'actualEventId',
  'version',
  'createdAt',
  'updatedAt',
]);

export interface MarkDisputeFilter {
  readonly employeeId?: string | null | undefined;
  readonly status?: DisputeStatus | null | undefined;
  /** Only among these: what the caller may see. */
  readonly among?: Among | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };

export class MarkDisputeRepository extends VersionedRepository<MarkDispute, MarkDisputeDocument> {
  constructor(collection: Collection<MarkDisputeDocument>) {
    super(collection, { toEntity, sort: { createdAt: 1, _id: 1 } });
  }

  /** All disputes about these marks, oldest first. */
  async listOfEvents(eventIds: readonly string[], options: WithSession = {}): Promise<readonly MarkDispute[]> {
    return this.listWhere({ eventId: oneOf(eventIds) }, options);
  }

  /** Newest first. */
  async list(filter: MarkDisputeFilter, page: PageRequest, options: WithSession = {}): Promise<Page<MarkDispute>> {
    const plain = defined({ employeeId: filter.employeeId ?? undefined, status: filter.status ?? undefined });
    const limits = amongFilters(filter.among);
    const where = limits.length === 0 ? plain : { ...plain, $and: limits };
    const { collection } = this;
    return findPage({ collection, filter: where, order: NEWEST_FIRST, page, fields, toEntity, ...options });
  }
}
