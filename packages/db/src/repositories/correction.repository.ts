import type { DecisionStatus } from '@rollcall/contracts';
import type { Correction } from '../entities/correction.js';
import type { CorrectionDocument } from '../models/correction.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atLeast, atMost, defined, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';
import { VersionedRepository } from './versioned.repository.js';

const { fields, toEntity } = entityMapper<Correction>()([
  'employeeId',
  'action',
  'replacesEventId',
  'kind',
  'at',
  'localDate',
  'siteId',
  'reason',
  'status',
  'requestedBy',
  'decidedBy',
  'decidedAt',
  'decisionNote',
  'eventId',
  'version',
  'createdAt',
  'updatedAt',
]);

/** For what reads them another way than through this repository. */
export const correctionMapper = { fields, toEntity };

export interface CorrectionFilter {
  readonly employeeId?: string | null | undefined;
  readonly status?: DecisionStatus | null | undefined;
  /** Local dates of the mark it is about, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only among these, and of them only these persons: what the caller may see. */
  readonly among?: Among | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };

export class CorrectionRepository extends VersionedRepository<Correction, CorrectionDocument> {
  constructor(collection: Collection<CorrectionDocument>) {
    super(collection, { toEntity, sort: { createdAt: 1, _id: 1 } });
  }

  /** Those that have waited since this moment or longer, oldest first. */
  async listWaiting(since: Date, options: WithSession = {}): Promise<readonly Correction[]> {
    return this.listWhere({ status: 'PENDING', createdAt: atMost(since) }, options);
  }

  /** Newest first. */
  async list(filter: CorrectionFilter, page: PageRequest, options: WithSession = {}): Promise<Page<Correction>> {
    const plain = defined({ employeeId: filter.employeeId ?? undefined, status: filter.status ?? undefined });
    const limits = [
      ...(filter.from == null ? [] : [{ localDate: atLeast(filter.from) }]),
      ...(filter.to == null ? [] : [{ localDate: atMost(filter.to) }]),
      ...amongFilters(filter.among),
      ...(filter.employeeIds === undefined ? [] : [{ employeeId: oneOf(filter.employeeIds) }]),
    ];
    const where = limits.length === 0 ? plain : { ...plain, $and: limits };
    const { collection } = this;
    return findPage({ collection, filter: where, order: NEWEST_FIRST, page, fields, toEntity, ...options });
  }
}
