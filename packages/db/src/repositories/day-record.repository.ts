import { type DayStatus, DomainError } from '@rollcall/contracts';
import type { JsonObject } from '../entities/audit-entry.js';
import type { DayRecord } from '../entities/day-record.js';
import type { FinalisedPeriod } from '../entities/finalised-period.js';
import type { DayRecordDocument } from '../models/day-record.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atLeast, atMost, between, defined, greaterThan, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<DayRecord>()([
  'employeeId',
  'siteId',
  'departmentId',
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
  'markCount',
  'policyVersion',
  'closure',
  'isFinal',
  'detail',
  'figures',
  'digest',
  'computedAt',
]);

export interface DayRecordFilter {
  readonly employeeId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly shiftId?: string | null | undefined;
  readonly status?: DayStatus | null | undefined;
  /** Any of these; as well as `status`. */
  readonly statuses?: readonly DayStatus[] | null | undefined;
  /** Only days with this flag of the rule engine. */
  readonly flag?: string | null | undefined;
  /** Only days with at least one of these. */
  readonly flags?: readonly string[] | null | undefined;
  /** Only days with a mark, or only days without. */
  readonly hasMarks?: boolean | null | undefined;
  /** Local dates YYYY-MM-DD, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** Only among these, and of them only these persons: what the caller may see. */
  readonly among?: Among | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

const ORDERS = {
  WORK_DATE_DESC: { name: 'WORK_DATE_DESC', field: 'workDate', direction: -1, kind: 'string' },
  WORK_DATE_ASC: { name: 'WORK_DATE_ASC', field: 'workDate', direction: 1, kind: 'string' },
  WORKED_MINUTES_DESC: { name: 'WORKED_MINUTES_DESC', field: 'workedMinutes', direction: -1, kind: 'number' },
  LATE_MINUTES_DESC: { name: 'LATE_MINUTES_DESC', field: 'lateMinutes', direction: -1, kind: 'number' },
  OVERTIME_MINUTES_DESC: { name: 'OVERTIME_MINUTES_DESC', field: 'overtimeMinutes', direction: -1, kind: 'number' },
} as const satisfies Readonly<Record<string, PageOrder>>;
export type DayRecordSort = keyof typeof ORDERS;

function filterOf(filter: DayRecordFilter): Filter {
  const { employeeId, siteId, departmentId, shiftId, status, statuses, flag, flags } = filter;
  const { hasMarks, from, to, among, employeeIds } = filter;
  const plain = defined({
    employeeId: employeeId ?? undefined,
    siteId: siteId ?? undefined,
    departmentId: departmentId ?? undefined,
    shiftId: shiftId ?? undefined,
    status: status ?? undefined,
    flags: flag ?? undefined,
    workDate: between(from, undefined),
  });
  const limits = [
    ...(to == null ? [] : [{ workDate: atMost(to) }]),
    ...(statuses == null ? [] : [{ status: oneOf(statuses) }]),
    ...(flags == null ? [] : [{ flags: oneOf(flags) }]),
    ...(hasMarks == null ? [] : [{ markCount: hasMarks ? greaterThan(0) : 0 }]),
    ...amongFilters(among),
    ...(employeeIds === undefined ? [] : [{ employeeId: oneOf(employeeIds) }]),
  ];
  return limits.length === 0 ? plain : { ...plain, $and: limits };
}

const BY_PERSON = { employeeId: 1, workDate: 1, shiftId: 1 } as const;

/** How much of each verdict is read. */
export type VerdictPart = 'detail' | 'figures';

const BRIEF_FIELDS = ['employeeId', 'siteId', 'workDate', 'closure', 'isFinal', 'lastOutAt', 'computedAt'] as const;
/** What is told about a day without its verdict. */
export type DayBrief = Pick<DayRecord, (typeof BRIEF_FIELDS)[number]>;

const KEY_FIELDS = ['employeeId', 'workDate', 'digest', 'isFinal', 'status', 'closure'] as const;

export interface ReplacedDays {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Former absences that are none any more, as they were. */
  readonly withdrawnAbsences: readonly DayRecord[];
}

/** One person's new records; `isLocked` tells dates that must not change though they may have no record. */
export interface ComputedPerson {
  readonly employeeId: string;
  readonly records: readonly DayRecord[];
  readonly isLocked?: (workDate: string) => boolean;
}

type FormerRecord = Pick<DayRecordDocument, (typeof KEY_FIELDS)[number] | '_id'>;

function changesOf(
  { employeeId, records, isLocked }: ComputedPerson,
  range: { readonly from: string; readonly to: string },
  all: readonly FormerRecord[],
) {
  const isForeign = ({ workDate, employeeId: id }: DayRecord) =>
    id !== employeeId || workDate < range.from || workDate > range.to;
  if (records.some(isForeign)) {
    throw new DomainError('BAD_USER_INPUT', { internal: 'a day record of another person or day' });
  }
  const former = all.filter((one) => one.employeeId === employeeId);
  const finalDates = new Set(former.filter(({ isFinal }) => isFinal).map(({ workDate }) => workDate));
  const isKept = ({ workDate }: { readonly workDate: string }) =>
    finalDates.has(workDate) || isLocked?.(workDate) === true;
  const digests = new Map(former.map(({ _id, digest }) => [_id, digest]));
  const next = records.filter((record) => !isKept(record));
  const written = next.filter(({ id, digest }) => digests.get(id) !== digest);
  const ids = new Set(next.map(({ id }) => id));
  const gone = former.filter((one) => !isKept(one) && !ids.has(one._id)).map(({ _id }) => _id);
  const absent = new Set(written.filter(({ status }) => status === 'ABSENT').map(({ id }) => id));
  const touched = new Set([...gone, ...written.map(({ id }) => id)]);
  const withdrawn = former
    .filter(({ _id, status }) => status === 'ABSENT' && touched.has(_id) && !absent.has(_id))
    .map(({ _id }) => _id);
  return { written, gone, withdrawn, unchanged: next.length - written.length };
}

const dayOf = ({ employeeId, workDate }: Pick<DayRecord, 'employeeId' | 'workDate'>) => `${employeeId}:${workDate}`;

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

  /** Of these persons on these work dates (both included), by person, date and shift. */
  async listOf(
    employeeIds: readonly string[],
    range: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<readonly DayRecord[]> {
    const dates = { $and: [{ workDate: atLeast(range.from) }, { workDate: atMost(range.to) }] };
    const filter = { employeeId: oneOf(employeeIds), ...dates };
    return (await this.collection.find(filter, { ...options, sort: BY_PERSON })).map(toEntity);
  }

  /** Verdicts by person, date and shift: whole, or of each its figures, which is many times quicker for sums over many people. */
  async *eachVerdict(
    filter: DayRecordFilter,
    part: VerdictPart,
    options: WithSession = {},
  ): AsyncGenerator<JsonObject> {
    const texts = this.collection.eachText(filterOf(filter), part, { ...options, sort: BY_PERSON });
    for await (const text of texts) yield JSON.parse(text);
  }

  /** As `eachVerdict`, all at once: faster, for as many as fit into memory. */
  async listVerdicts(filter: DayRecordFilter, part: VerdictPart): Promise<readonly JsonObject[]> {
    const texts = await this.collection.texts(filterOf(filter), part, { sort: BY_PERSON });
    return texts.map((text) => JSON.parse(text));
  }

  /** Ids and digests of all that fit, by id: what a signature over many days is made of. */
  async listDigests(
    filter: DayRecordFilter,
    options: WithSession = {},
  ): Promise<readonly Pick<DayRecord, 'id' | 'digest' | 'status'>[]> {
    const query = { ...options, sort: { _id: 1 } as const, fields: ['digest', 'status'] };
    const found = await this.collection.find(filterOf(filter), query);
    return found.map(({ _id, digest, status }) => ({ id: _id, digest, status }));
  }

  /** How many fit. */
  async count(filter: DayRecordFilter, options: WithSession = {}): Promise<number> {
    return this.collection.count(filterOf(filter), options);
  }

  /** Latest work date first, unless another order is asked for. */
  async list(
    filter: DayRecordFilter,
    page: PageRequest,
    options: WithSession & { readonly sort?: DayRecordSort | undefined } = {},
  ): Promise<Page<DayRecord>> {
    const query = {
      collection: this.collection,
      filter: filterOf(filter),
      order: ORDERS[options.sort ?? 'WORK_DATE_DESC'],
      page,
      fields,
      toEntity,
    };
    return findPage({ ...query, session: options.session });
  }

  /** Of these persons on these work dates (both included), by person, date and shift, one after the other. */
  async *each(filter: DayRecordFilter): AsyncGenerator<DayRecord> {
    for await (const document of this.collection.each(filterOf(filter), { sort: BY_PERSON })) yield toEntity(document);
  }

  /** As `each`, without the verdicts, in no order. */
  async *eachBrief(filter: DayRecordFilter): AsyncGenerator<DayBrief> {
    for await (const { _id, ...rest } of this.collection.each(filterOf(filter), { fields: BRIEF_FIELDS })) yield rest;
  }

  /**
   * Puts the freshly computed records of these persons on these work dates (both included) in place of the former ones. Dates
   * with a final record and locked ones stay as they are, and so do records that say the same as before. Call it in a
   * transaction.
   *
   * @throws DomainError BAD_USER_INPUT if a record is of another person or day
   */
  async replaceDays(
    range: { readonly from: string; readonly to: string },
    people: readonly ComputedPerson[],
    options: WithSession = {},
  ): Promise<ReplacedDays> {
    const former = await this.formerOf(range, people, options);
    const changes = people.map((person) => changesOf(person, range, former));
    const gone = changes.flatMap((change) => change.gone);
    const written = changes.flatMap((change) => change.written);
    const withdrawn = changes.flatMap((change) => change.withdrawn);
    const absences = withdrawn.length === 0 ? [] : await this.collection.find({ _id: oneOf(withdrawn) }, options);
    if (gone.length > 0) await this.collection.deleteMany({ _id: oneOf(gone) }, options);
    const known = new Set(former.map(({ _id }) => _id));
    await this.collection.replaceComputed(written.filter(({ id }) => known.has(id)).map(documentOf), options);
    await this.collection.insertComputed(written.filter(({ id }) => !known.has(id)).map(documentOf), options);
    const unchanged = changes.reduce((sum, change) => sum + change.unchanged, 0);
    const withdrawnAbsences = absences.map(toEntity);
    return { written: written.length, removed: gone.length, unchanged, withdrawnAbsences };
  }

  /**
   * The stored records of dates that `replaceDays` would change although all records of the date are closed for good (closure
   * FINAL). Only these are read whole, which is little.
   */
  async listClosedThatWouldChange(
    range: { readonly from: string; readonly to: string },
    people: readonly ComputedPerson[],
    options: WithSession = {},
  ): Promise<readonly DayRecord[]> {
    const former = await this.formerOf(range, people, options);
    const changes = people.map((person) => changesOf(person, range, former));
    const gone = new Set(changes.flatMap((change) => change.gone));
    const touched = new Set([
      ...changes.flatMap(({ written }) => written).map(dayOf),
      ...former.filter(({ _id }) => gone.has(_id)).map(dayOf),
    ]);
    const open = new Set(former.filter(({ closure }) => closure !== 'FINAL').map(dayOf));
    const ids = former.filter((one) => touched.has(dayOf(one)) && !open.has(dayOf(one))).map(({ _id }) => _id);
    return ids.length === 0 ? [] : (await this.collection.find({ _id: oneOf(ids) }, options)).map(toEntity);
  }

  private formerOf(
    range: { readonly from: string; readonly to: string },
    people: readonly ComputedPerson[],
    options: WithSession,
  ): Promise<readonly FormerRecord[]> {
    const dates = { $and: [{ workDate: atLeast(range.from) }, { workDate: atMost(range.to) }] };
    const filter = { employeeId: oneOf(people.map(({ employeeId }) => employeeId)), ...dates };
    return this.collection.find(filter, { ...options, fields: KEY_FIELDS });
  }

  /** The first work date with a record of each of these persons who has one. */
  async firstDates(employeeIds: readonly string[], options: WithSession = {}): Promise<ReadonlyMap<string, string>> {
    const dates = new Map<string, string>();
    for (const employeeId of employeeIds) {
      const query = { ...options, sort: { workDate: 1 } as const, fields: ['workDate'] };
      const found = await this.collection.findOne({ employeeId }, query);
      if (found !== null) dates.set(employeeId, found.workDate);
    }
    return dates;
  }

  /** Locks or unlocks the records of these work dates (both included). @returns how many there are */
  async setFinal(
    period: Pick<FinalisedPeriod, 'from' | 'to' | 'siteId' | 'departmentId'>,
    isFinal: boolean,
    options: WithSession = {},
  ): Promise<number> {
    const site = period.siteId === null ? {} : { siteId: period.siteId };
    const department = period.departmentId === null ? {} : { departmentId: period.departmentId };
    const filter = {
      ...site,
      ...department,
      $and: [{ workDate: atLeast(period.from) }, { workDate: atMost(period.to) }],
    };
    return this.collection.updateMany(filter, { $set: { isFinal } }, options);
  }

  /** Removes what can be built again: the records of these work dates (both included) that are not final. */
  async removeDays(range: { readonly from: string; readonly to: string }, options: WithSession = {}): Promise<number> {
    const dates = { $and: [{ workDate: atLeast(range.from) }, { workDate: atMost(range.to) }] };
    return this.collection.deleteMany({ isFinal: false, ...dates }, options);
  }
}

function documentOf(record: DayRecord): DayRecordDocument {
  return { ...toDocument(record), flags: [...record.flags] };
}
