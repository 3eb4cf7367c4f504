import { type DayStatus, DomainError } from '@rollcall/contracts';
import type { DayRecord } from '../entities/day-record.js';
import type { DayRecordDocument } from '../models/day-record.model.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atMost, between, defined, notIn, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<DayRecord>()([
  'employeeId',
  'siteId',
  'workDate',
  'shiftId',
  'status',
  'firstInAt',
  'lastOutAt',
  'workedMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'overtimeMinutes',
  'flags',
  'trace',
  'markCount',
  'policyVersion',
  'isFinal',
  'computedAt',
]);

export interface DayRecordFilter {
  readonly employeeId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly status?: DayStatus | null | undefined;
  /** Local dates YYYY-MM-DD, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only these sites, only these persons: what the caller may see. */
  readonly siteIds?: readonly string[] | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'WORK_DATE_DESC', field: 'workDate', direction: -1, kind: 'string' };

function filterOf({ employeeId, siteId, status, from, to, siteIds, employeeIds }: DayRecordFilter): Filter {
  const plain = defined({
    employeeId: employeeId ?? undefined,
    siteId: siteId ?? undefined,
    status: status ?? undefined,
    workDate: between(from, undefined),
  });
  const limits = [
    ...(to == null ? [] : [{ workDate: atMost(to) }]),
    ...(siteIds === undefined ? [] : [{ siteId: oneOf(siteIds) }]),
    ...(employeeIds === undefined ? [] : [{ employeeId: oneOf(employeeIds) }]),
  ];
  return limits.length === 0 ? plain : { ...plain, $and: limits };
}

export class DayRecordRepository {
  constructor(private readonly collection: Collection<DayRecordDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<DayRecord | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<DayRecord> {
    return toEntity(await this.collection.getOne({ _id: id }, options));
  }

  /** One person's day: one record per shift. */
  async listByDay(employeeId: string, workDate: string, options: WithSession = {}): Promise<readonly DayRecord[]> {
    return (await this.collection.find({ employeeId, workDate }, { ...options, sort: { shiftId: 1 } })).map(toEntity);
  }

  /** Latest work date first. */
  async list(filter: DayRecordFilter, page: PageRequest, options: WithSession = {}): Promise<Page<DayRecord>> {
    const query = {
      collection: this.collection,
      filter: filterOf(filter),
      order: NEWEST_FIRST,
      page,
      fields,
      toEntity,
    };
    return findPage({ ...query, ...options });
  }

  /**
   * Puts the freshly computed records of one day in place of the former ones. A record of the same shift keeps its id.
   * Call it in a transaction.
   *
   * @throws DomainError DAY_CLOSED if one of the former ones is final; BAD_USER_INPUT if a record is of another day
   */
  async replaceDay(
    employeeId: string,
    workDate: string,
    records: readonly DayRecord[],
    options: WithSession = {},
  ): Promise<readonly DayRecord[]> {
    if (records.some((record) => record.employeeId !== employeeId || record.workDate !== workDate)) {
      throw new DomainError('BAD_USER_INPUT', { internal: 'a day record of another person or day' });
    }
    const former = await this.listByDay(employeeId, workDate, options);
    if (former.some((record) => record.isFinal)) throw new DomainError('DAY_CLOSED');
    const idOf = new Map(former.map((record) => [record.shiftId, record.id]));
    const next = records.map((record) => ({ ...record, id: idOf.get(record.shiftId) ?? record.id }));
    await this.collection.deleteMany({ employeeId, workDate, _id: notIn(next.map((record) => record.id)) }, options);
    for (const record of next) await this.collection.replace(documentOf(record), options);
    return next;
  }
}

function documentOf(record: DayRecord): DayRecordDocument {
  return { ...toDocument(record), flags: [...record.flags], trace: [...record.trace] };
}
