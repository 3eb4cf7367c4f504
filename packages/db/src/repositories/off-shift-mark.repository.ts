import type { OffShiftMark } from '../entities/off-shift-mark.js';
import type { OffShiftMarkDocument } from '../models/off-shift-mark.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atLeast, atMost, defined, notIn, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<OffShiftMark>()([
  'employeeId',
  'siteId',
  'kind',
  'at',
  'timeZone',
  'localDate',
  'reason',
]);

export interface OffShiftMarkFilter {
  readonly employeeId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  /** Local dates, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only among these, and of them only these persons: what the caller may see. */
  readonly among?: Among | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'AT_DESC', field: 'at', direction: -1, kind: 'date' };

export class OffShiftMarkRepository {
  constructor(private readonly collection: Collection<OffShiftMarkDocument>) {}

  /** Newest first. */
  async list(filter: OffShiftMarkFilter, page: PageRequest, options: WithSession = {}): Promise<Page<OffShiftMark>> {
    const plain = defined({ employeeId: filter.employeeId ?? undefined, siteId: filter.siteId ?? undefined });
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

  /**
   * Puts the marks of these persons on these local dates (both included) in place of the former ones.
   *
   * @param untouchedIds marks that stay off shift if they are
   */
  async replaceDays(
    employeeIds: readonly string[],
    range: { readonly from: string; readonly to: string },
    marks: readonly OffShiftMark[],
    options: WithSession = {},
    untouchedIds: readonly string[] = [],
  ): Promise<void> {
    const within = { $and: [{ localDate: atLeast(range.from) }, { localDate: atMost(range.to) }] };
    const kept = notIn([...marks.map((mark) => mark.id), ...untouchedIds]);
    await this.collection.deleteMany({ employeeId: oneOf(employeeIds), ...within, _id: kept }, options);
    await this.collection.replaceComputed(marks.map(toDocument), options);
  }
}
