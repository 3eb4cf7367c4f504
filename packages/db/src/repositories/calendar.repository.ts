import type { LeaveStatus } from '@rollcall/contracts';
import type { Holiday, Leave, LeaveType, WeeklyOff } from '../entities/calendar.js';
import type { Department } from '../entities/department.js';
import type { HolidayDocument, LeaveDocument, LeaveTypeDocument, WeeklyOffDocument } from '../models/calendar.model.js';
import type { DepartmentDocument } from '../models/department.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atLeast, atMost, defined, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';
import { foldText } from './text-keys.js';
import { VersionedRepository } from './versioned.repository.js';

const VERSIONED = ['version', 'createdAt', 'updatedAt'] as const;
const holidays = entityMapper<Holiday>()(['date', 'name', 'portion', 'siteId', ...VERSIONED] as const);
const weeklyOffs = entityMapper<WeeklyOff>()([
  'weekday',
  'weeksOfMonth',
  'from',
  'to',
  'siteId',
  ...VERSIONED,
] as const);
const leaveTypes = entityMapper<LeaveType>()(['name', 'isPaid', 'colour', 'isArchived', ...VERSIONED] as const);
const departments = entityMapper<Department>()([
  'name',
  'parentId',
  'managerEmployeeId',
  'siteId',
  'costCentre',
  'isArchived',
  ...VERSIONED,
] as const);
const leaves = entityMapper<Leave>()([
  'employeeId',
  'leaveTypeId',
  'from',
  'to',
  'portion',
  'reason',
  'status',
  'requestedBy',
  'decidedBy',
  'decidedAt',
  'decisionNote',
  ...VERSIONED,
] as const);

/** For what reads them another way than through this repository. */
export const leaveMapper = leaves;

export class HolidayRepository extends VersionedRepository<Holiday, HolidayDocument> {
  constructor(collection: Collection<HolidayDocument>) {
    super(collection, { toEntity: holidays.toEntity, hasNameKey: true, sort: { date: 1, _id: 1 } });
  }

  /** Both dates included. */
  async listBetween(from: string, to: string, options: WithSession = {}): Promise<readonly Holiday[]> {
    return this.listWhere({ $and: [{ date: atLeast(from) }, { date: atMost(to) }] }, options);
  }

  /** Whether names count as the same: case and accents do not matter. */
  keyOf({ date, name, siteId }: Pick<Holiday, 'date' | 'name' | 'siteId'>): string {
    return JSON.stringify([date, siteId, foldText(name)]);
  }
}

export class WeeklyOffRepository extends VersionedRepository<WeeklyOff, WeeklyOffDocument> {
  constructor(collection: Collection<WeeklyOffDocument>) {
    super(collection, { toEntity: weeklyOffs.toEntity, sort: { weekday: 1, _id: 1 } });
  }
}

export class LeaveTypeRepository extends VersionedRepository<LeaveType, LeaveTypeDocument> {
  constructor(collection: Collection<LeaveTypeDocument>) {
    super(collection, { toEntity: leaveTypes.toEntity, hasNameKey: true, sort: { nameKey: 1 } });
  }
}

export class DepartmentRepository extends VersionedRepository<Department, DepartmentDocument> {
  constructor(collection: Collection<DepartmentDocument>) {
    super(collection, { toEntity: departments.toEntity, hasNameKey: true, sort: { nameKey: 1 } });
  }
}

export interface LeaveFilter {
  readonly employeeId?: string | null | undefined;
  readonly status?: LeaveStatus | null | undefined;
  /** Leaves that touch these dates, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only these persons: what the caller may see. */
  readonly employeeIds?: readonly string[] | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'FROM_DESC', field: 'from', direction: -1, kind: 'string' };

export class LeaveRepository extends VersionedRepository<Leave, LeaveDocument> {
  constructor(collection: Collection<LeaveDocument>) {
    super(collection, { toEntity: leaves.toEntity, sort: { from: 1, _id: 1 } });
  }

  /** Those that have waited since this moment or longer, by first date. */
  async listWaiting(since: Date, options: WithSession = {}): Promise<readonly Leave[]> {
    return this.listWhere({ status: 'PENDING', createdAt: atMost(since) }, options);
  }

  /** Latest first date first. */
  async list(filter: LeaveFilter, page: PageRequest, options: WithSession = {}): Promise<Page<Leave>> {
    const plain = defined({ employeeId: filter.employeeId ?? undefined, status: filter.status ?? undefined });
    const limits = [
      ...(filter.from == null ? [] : [{ to: atLeast(filter.from) }]),
      ...(filter.to == null ? [] : [{ from: atMost(filter.to) }]),
      ...(filter.employeeIds === undefined ? [] : [{ employeeId: oneOf(filter.employeeIds) }]),
    ];
    const { collection } = this;
    const { fields, toEntity } = leaves;
    const where = limits.length === 0 ? plain : { ...plain, $and: limits };
    return findPage({ collection, filter: where, order: NEWEST_FIRST, page, fields, toEntity, ...options });
  }

  /** Leaves of these persons with one of these statuses that touch the dates, both included. */
  async listOf(
    employeeIds: readonly string[],
    statuses: readonly LeaveStatus[],
    range: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<readonly Leave[]> {
    const who = { employeeId: oneOf(employeeIds), status: oneOf(statuses) };
    return this.listWhere({ ...who, from: atMost(range.to), to: atLeast(range.from) }, options);
  }
}
