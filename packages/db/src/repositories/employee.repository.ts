import { DomainError, type EmployeeStatus } from '@rollcall/contracts';
import { type Employee, type EmployeeSort, type FaceStatus, movedTo } from '../entities/employee.js';
import type { EmployeeDocument } from '../models/employee.model.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { employeeKeys, employeeMapper, employeeOrders } from './employee-document.js';
import { toDocument } from './entity-mapper.js';
import {
  atLeast,
  atMost,
  containing,
  defined,
  exists,
  greaterThan,
  isMissing,
  notIn,
  oneOf,
  oneOfTexts,
  theText,
} from './filters.js';
import { findPage, type Page, type PageRequest } from './paging.js';
import { emailKey, foldText, numberKey } from './text-keys.js';

/** What may be left out when somebody is entered: none of it, and the one site from the beginning. */
type Optional =
  | 'siteHistory'
  | 'departmentId'
  | 'defaultShiftId'
  | 'homeTimeZone'
  | 'costCentre'
  | 'badge'
  | 'customFields';
export type NewEmployee = Omit<Employee, 'version' | 'templateModelIds' | Optional> & Partial<Pick<Employee, Optional>>;
export type EmployeeChange = Partial<
  Pick<
    Employee,
    | 'number'
    | 'name'
    | 'email'
    | 'externalId'
    | 'status'
    | 'siteId'
    | 'departmentId'
    | 'siteHistory'
    | 'defaultShiftId'
    | 'homeTimeZone'
    | 'costCentre'
    | 'badge'
    | 'customFields'
    | 'joiningDate'
    | 'leavingDate'
    | 'serviceBreaks'
    | 'removedFromDirectoryAt'
    | 'verificationLevel'
    | 'mergedIntoId'
    | 'statusBeforeMerge'
    | 'mergedDaysFrom'
  >
>;

export interface EmployeeFilter {
  /** Words that must all occur in number, name or e-mail; case and accents don't count. */
  readonly search?: string | null | undefined;
  readonly status?: EmployeeStatus | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly defaultShiftId?: string | null | undefined;
  /** The person's own, not that of the department. */
  readonly costCentre?: string | null | undefined;
  /** Only of these sites or these departments: what the caller may see. */
  readonly among?: { readonly siteIds: readonly string[]; readonly departmentIds: readonly string[] } | undefined;
  /** Only these persons: what the caller may see. */
  readonly ids?: readonly string[] | undefined;
  readonly face?: { readonly status: FaceStatus; readonly modelId: string } | null | undefined;
}

/** A person in an order: what is compared, and the id where that is the same. */
export interface PersonKey {
  readonly key: string;
  readonly id: string;
}
export type PersonOrder = 'NUMBER_ASC' | 'NAME_ASC';

/** All that is given must hold. */
export interface DirectoryFilter {
  readonly id?: string | undefined;
  /** Case and surrounding space don't count. */
  readonly number?: string | undefined;
  readonly externalId?: string | undefined;
  readonly isActive?: boolean | undefined;
  /** What the caller may see. */
  readonly among?: EmployeeFilter['among'];
}

const { toEntity, fields } = employeeMapper;

export class EmployeeRepository {
  constructor(private readonly collection: Collection<EmployeeDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<Employee | null> {
    const found = await this.collection.findOne({ _id: id }, { ...options, fields });
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<Employee> {
    return toEntity(await this.collection.getOne({ _id: id }, { ...options, fields }));
  }

  /** Case and surrounding space don't count. */
  async findByNumber(number: string, options: WithSession = {}): Promise<Employee | null> {
    const found = await this.collection.findOne({ numberKey: numberKey(number) }, { ...options, fields });
    return found && toEntity(found);
  }

  /** Case and surrounding space don't count. */
  async findByBadge(badge: string, options: WithSession = {}): Promise<Employee | null> {
    const found = await this.collection.findOne({ badgeKey: theText(numberKey(badge)) }, { ...options, fields });
    return found && toEntity(found);
  }

  /** E-mail addresses are not unique: families share them. */
  async listByEmail(email: string, options: WithSession = {}): Promise<readonly Employee[]> {
    return (await this.collection.find({ emailKey: theText(emailKey(email)) }, { ...options, fields })).map(toEntity);
  }

  /** The second records of these people. */
  async listMergedInto(ids: readonly string[], options: WithSession = {}): Promise<readonly Employee[]> {
    return (await this.collection.find({ mergedIntoId: oneOfTexts(ids) }, { ...options, fields })).map(toEntity);
  }

  async listByIds(ids: readonly string[], options: WithSession = {}): Promise<readonly Employee[]> {
    return (await this.collection.find({ _id: oneOf(ids) }, { ...options, fields })).map(toEntity);
  }

  /** Active persons in the order of their ids, `limit` after `afterId`: for jobs that go through everybody. */
  async listActiveAfter(afterId: string, limit: number, options: WithSession = {}): Promise<readonly Employee[]> {
    const filter = { status: 'ACTIVE', _id: greaterThan(afterId) };
    return (await this.collection.find(filter, { ...options, fields, sort: { _id: 1 }, limit })).map(toEntity);
  }

  /**
   * Whose days from `date` on have to be closed, in the order of their ids, `limit` after `afterId`: active persons, and those
   * who left on that date (YYYY-MM-DD) or later.
   */
  async listToCloseAfter(
    afterId: string,
    limit: number,
    date: string,
    options: WithSession = {},
  ): Promise<readonly Employee[]> {
    const left = { status: 'INACTIVE', leavingDate: atLeast(date) };
    const filter = { _id: greaterThan(afterId), $or: [{ status: 'ACTIVE' }, left] };
    return (await this.collection.find(filter, { ...options, fields, sort: { _id: 1 }, limit })).map(toEntity);
  }

  /** Who left nobody knows when, by number: `limit` of them. Second records of somebody did not leave. */
  async listWithoutLastDay(limit: number, options: WithSession = {}): Promise<readonly Employee[]> {
    const filter = { status: 'INACTIVE', leavingDate: null, mergedIntoId: null };
    const query = { ...options, fields, sort: { numberSortKey: 1, _id: 1 }, limit } as const;
    return (await this.collection.find(filter, query)).map(toEntity);
  }

  /** Who left on that date (YYYY-MM-DD) or before and has a stored face: `limit` of them. */
  async listLeftWithFace(date: string, limit: number, options: WithSession = {}): Promise<readonly Employee[]> {
    const filter = { status: 'INACTIVE', leavingDate: atMost(date), 'templateModelIds.0': greaterThan('') };
    return (await this.collection.find(filter, { ...options, fields, limit })).map(toEntity);
  }

  /** As `listActiveAfter`, of everybody: whoever has left has days too. */
  async listAfter(afterId: string, limit: number, options: WithSession = {}): Promise<readonly Employee[]> {
    const filter = { _id: greaterThan(afterId) };
    return (await this.collection.find(filter, { ...options, fields, sort: { _id: 1 }, limit })).map(toEntity);
  }

  /** Case and surrounding space don't count; those that do not exist are left out. */
  async listByNumbers(numbers: readonly string[], options: WithSession = {}): Promise<readonly Employee[]> {
    const filter = { numberKey: oneOf([...new Set(numbers.map(numberKey))]) };
    return (await this.collection.find(filter, { ...options, fields })).map(toEntity);
  }

  /** Whom the directory of an identity provider sees, in the order in which they were entered: `limit` of them after `skip`. */
  async listInDirectory(
    wanted: DirectoryFilter,
    { skip, limit }: { readonly skip: number; readonly limit: number },
    options: WithSession = {},
  ): Promise<{ readonly employees: readonly Employee[]; readonly totalCount: number }> {
    const { id, number, externalId, isActive, among } = wanted;
    const status = isActive === undefined ? oneOf(['ACTIVE', 'INACTIVE']) : isActive ? 'ACTIVE' : 'INACTIVE';
    const filter = defined({
      ...{ _id: id, status, removedFromDirectoryAt: null },
      numberKey: number === undefined ? undefined : numberKey(number),
      externalId: externalId === undefined ? undefined : theText(externalId),
      $and: among === undefined ? undefined : [amongFilter(among)],
    });
    const query = { ...options, fields, sort: { createdAt: 1, _id: 1 }, skip, limit } as const;
    // A limit of 0 would be none at all for the database.
    const found = limit === 0 ? [] : await this.collection.find(filter, query);
    return { employees: found.map(toEntity), totalCount: await this.collection.count(filter, options) };
  }

  async listByExternalIds(externalIds: readonly string[], options: WithSession = {}): Promise<readonly Employee[]> {
    return (
      await this.collection.find({ externalId: oneOfTexts([...new Set(externalIds)]) }, { ...options, fields })
    ).map(toEntity);
  }

  async list(
    filter: EmployeeFilter,
    sort: EmployeeSort,
    page: PageRequest,
    options: WithSession = {},
  ): Promise<Page<Employee>> {
    const order = employeeOrders[sort];
    return findPage({
      collection: this.collection,
      filter: filterOf(filter),
      order,
      page,
      fields,
      toEntity,
      ...options,
    });
  }

  /** The ids of all that fit: for what carries no site of its own. */
  async listIds(filter: EmployeeFilter, options: WithSession = {}): Promise<readonly string[]> {
    const found = await this.collection.find(filterOf(filter), { ...options, fields: ['_id'] });
    return found.map(({ _id }) => _id);
  }

  /** People in order, `limit` after a person, of all or of `ids`: for lists about people that are kept elsewhere. */
  async listKeys(
    order: PersonOrder,
    { after, limit, ids }: { after: PersonKey | null; limit: number; ids?: readonly string[] | undefined },
  ): Promise<readonly PersonKey[]> {
    const { field } = employeeOrders[order];
    const beyond = after && [{ [field]: greaterThan(after.key) }, { [field]: after.key, _id: greaterThan(after.id) }];
    const filter = { ...(beyond && { $or: beyond }), ...(ids && { _id: oneOf(ids) }) };
    const query = { sort: { [field]: 1, _id: 1 }, limit, fields: [field] } as const;
    const found = await this.collection.find(filter, query);
    return found.map((one) => ({ key: one[field as 'nameKey'], id: one._id }));
  }

  /** All that fit in the order of their numbers, one after the other. */
  async *each(filter: EmployeeFilter): AsyncGenerator<Employee> {
    const sort = { numberSortKey: 1, _id: 1 } as const;
    for await (const document of this.collection.each(filterOf(filter), { sort, fields })) yield toEntity(document);
  }

  async count(filter: EmployeeFilter, options: WithSession = {}): Promise<number> {
    return this.collection.count(filterOf(filter), options);
  }

  /** @throws DomainError CONFLICT if the number, external id or badge is taken (details.fields says which) */
  async insert(employee: NewEmployee, options: WithSession = {}): Promise<Employee> {
    const { siteId } = employee;
    const siteHistory = siteId === null ? [] : [{ siteId, from: null }];
    const { verificationLevel = null, mergedIntoId = null, statusBeforeMerge = null } = employee;
    const { mergedDaysFrom = null, serviceBreaks = null, removedFromDirectoryAt = null } = employee;
    const ofMerge = { mergedIntoId, statusBeforeMerge, mergedDaysFrom };
    const later = { verificationLevel, ...ofMerge, serviceBreaks, removedFromDirectoryAt };
    const complete = { ...NOTHING, siteHistory, ...employee, ...later };
    const document = { ...toDocument(complete), templateModelIds: [], version: 1, ...employeeKeys(complete) };
    await this.collection.insert({ ...document, siteHistory: [...document.siteHistory] }, options);
    return toEntity(document);
  }

  /**
   * A new site without a history of its own counts from the day of the change.
   *
   * @throws DomainError CONFLICT if `version` is not the stored one or a number is taken; NOT_FOUND, also for who was erased
   */
  async update(
    id: string,
    change: EmployeeChange,
    at: { version: number; now: Date },
    options: WithSession = {},
  ): Promise<Employee> {
    const current = await this.getById(id, options);
    if (current.status === 'ERASED') throw new DomainError('NOT_FOUND', { internal: 'erased' });
    if (current.version !== at.version) throw changedMeanwhile();
    const keys = employeeKeys({ ...current, ...change });
    const history = change.siteHistory ?? historyAfter(current, change.siteId, at.now);
    const set = { ...defined(change), siteHistory: [...history], ...keys, updatedAt: at.now };
    const update = { $set: set, $inc: { version: 1 } };
    const changed = await this.collection.findOneAndUpdate({ _id: id, version: at.version }, update, options);
    if (changed === null) throw changedMeanwhile();
    return toEntity(changed);
  }

  /** Takes every value of a custom field away. @returns how many people had one */
  async forgetCustomField(key: string, options: WithSession = {}): Promise<number> {
    const path = `customFields.${key}`;
    return this.collection.updateMany({ [path]: exists() }, { $unset: { [path]: 1 } }, options);
  }
}

const NOTHING = {
  departmentId: null,
  defaultShiftId: null,
  homeTimeZone: null,
  costCentre: null,
  badge: null,
  customFields: {},
} as const;

function historyAfter({ siteId, siteHistory }: Employee, next: string | null | undefined, now: Date) {
  if (next == null || next === siteId) return siteHistory;
  return movedTo(siteHistory, next, now.toISOString().slice(0, 10));
}

const changedMeanwhile = (): DomainError =>
  new DomainError('CONFLICT', { internal: 'employee changed in the meantime' });

function filterOf(filter: EmployeeFilter): Filter {
  const words = filter.search ? foldText(filter.search).split(' ').filter(Boolean) : [];
  const all = [
    ...words.map((word) => ({ searchText: containing(word) })),
    ...(filter.among === undefined ? [] : [amongFilter(filter.among)]),
    ...(filter.ids === undefined ? [] : [{ _id: oneOf(filter.ids) }]),
    ...(filter.face ? [faceFilter(filter.face.status, filter.face.modelId)] : []),
  ];
  const plain = defined({
    status: filter.status ?? undefined,
    siteId: filter.siteId ?? undefined,
    departmentId: filter.departmentId ?? undefined,
    defaultShiftId: filter.defaultShiftId == null ? undefined : theText(filter.defaultShiftId),
    costCentre: filter.costCentre ?? undefined,
  });
  return all.length === 0 ? plain : { ...plain, $and: all };
}

function amongFilter({ siteIds, departmentIds }: NonNullable<EmployeeFilter['among']>): Filter {
  const bySite = { siteId: oneOf(siteIds) };
  if (departmentIds.length === 0) return bySite;
  const byDepartment = { departmentId: oneOf(departmentIds) };
  return siteIds.length === 0 ? byDepartment : { $or: [bySite, byDepartment] };
}

function faceFilter(status: FaceStatus, modelId: string): Filter {
  if (status === 'ENROLLED') return { templateModelIds: modelId };
  // Not `null`: that matches a place that holds null, and no place of an empty list.
  if (status === 'NOT_ENROLLED') return { 'templateModelIds.0': isMissing() };
  return { 'templateModelIds.0': greaterThan(''), templateModelIds: notIn([modelId]) };
}
