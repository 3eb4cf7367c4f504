import type { AttendanceEvent, JudgedMark } from '../entities/attendance-event.js';
import type { AttendanceEventDocument } from '../models/attendance-event.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atLeast, atMost, between, defined, greaterThan, oneOf, oneOfTexts, theText } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<AttendanceEvent>()([
  'employeeId',
  'siteId',
  'kind',
  'at',
  'timeZone',
  'localDate',
  'source',
  'assurance',
  'attemptId',
  'deviceId',
  'replacesEventId',
  'isVoid',
  'isRemote',
  'isOffline',
  'costCentre',
  'importId',
  'checkIn',
  'actor',
  'recordedAt',
]);

const judged = entityMapper<JudgedMark>()([
  'employeeId',
  'siteId',
  'kind',
  'at',
  'timeZone',
  'source',
  'assurance',
  'deviceId',
  'replacesEventId',
  'isVoid',
  'isRemote',
  'isOffline',
  'costCentre',
  'recordedAt',
]);

/** For what comes along another way than through this repository. */
export const toAttendanceEventEntity = toEntity;
export const attendanceEventMapper = { fields, toEntity };

export interface AttendanceEventFilter {
  readonly employeeId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
  /** Half-open: from ≤ at < to. */
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  /** Only among these, and of them only these persons: what the caller may see. */
  readonly among?: Among | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'AT_DESC', field: 'at', direction: -1, kind: 'date' };

function filterOf({ employeeId, siteId, from, to, among, employeeIds }: AttendanceEventFilter): Filter {
  const plain = defined({ employeeId: employeeId ?? undefined, siteId: siteId ?? undefined, at: between(from, to) });
  const limits = [...amongFilters(among), ...(employeeIds === undefined ? [] : [{ employeeId: oneOf(employeeIds) }])];
  return limits.length === 0 ? plain : { ...plain, $and: limits };
}

/** Append-only: marks are inserted and read, never changed. */
export class AttendanceEventRepository {
  constructor(private readonly collection: Collection<AttendanceEventDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<AttendanceEvent | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<AttendanceEvent> {
    return toEntity(await this.collection.getOne({ _id: id }, options));
  }

  async listByIds(ids: readonly string[], options: WithSession = {}): Promise<readonly AttendanceEvent[]> {
    return (await this.collection.find({ _id: oneOf(ids) }, options)).map(toEntity);
  }

  /** The event that names this one as the one it replaces, if there is one. */
  async findReplacementOf(id: string, options: WithSession = {}): Promise<AttendanceEvent | null> {
    const found = await this.collection.findOne({ replacesEventId: theText(id) }, options);
    return found && toEntity(found);
  }

  /** A person's marks with from ≤ at < to, oldest first: what a day is built from. */
  async listByEmployee(
    employeeId: string,
    range: { readonly from: Date; readonly to: Date },
    options: WithSession = {},
  ): Promise<readonly AttendanceEvent[]> {
    const filter = { employeeId, at: between(range.from, range.to) };
    return (await this.collection.find(filter, { ...options, sort: { at: 1, _id: 1 } })).map(toEntity);
  }

  /** The marks of several persons with from ≤ at < to, oldest first. */
  async listByEmployees(
    employeeIds: readonly string[],
    range: { readonly from: Date; readonly to: Date },
    options: WithSession = {},
  ): Promise<readonly AttendanceEvent[]> {
    const filter = { employeeId: oneOf(employeeIds), at: between(range.from, range.to) };
    return (await this.collection.find(filter, { ...options, sort: { at: 1, _id: 1 } })).map(toEntity);
  }

  /** As `listByEmployees`, with what the rules of a day look at. */
  async listJudged(
    employeeIds: readonly string[],
    range: { readonly from: Date; readonly to: Date },
    options: WithSession = {},
  ): Promise<readonly JudgedMark[]> {
    const filter = { employeeId: oneOf(employeeIds), at: between(range.from, range.to) };
    const query = { ...options, sort: { at: 1, _id: 1 }, fields: judged.fields } as const;
    return (await this.collection.find(filter, query)).map(judged.toEntity);
  }

  /** The events that name one of these as the one they replace, however far away they lie; as `listJudged`. */
  async listReplacing(ids: readonly string[], options: WithSession = {}): Promise<readonly JudgedMark[]> {
    if (ids.length === 0) return [];
    const query = { ...options, sort: { at: 1, _id: 1 }, fields: judged.fields } as const;
    return (await this.collection.find({ replacesEventId: oneOfTexts(ids) }, query)).map(judged.toEntity);
  }

  /** The local date of the first mark of each of these persons who has one. */
  async firstDates(employeeIds: readonly string[], options: WithSession = {}): Promise<ReadonlyMap<string, string>> {
    const dates = new Map<string, string>();
    for (const employeeId of employeeIds) {
      const query = { ...options, sort: { at: 1, _id: 1 } as const, fields: ['localDate'] };
      const found = await this.collection.findOne({ employeeId }, query);
      if (found !== null) dates.set(employeeId, found.localDate);
    }
    return dates;
  }

  /** The latest mark at or before that instant: for the double-tap window. */
  async findLatest(employeeId: string, atOrBefore: Date, options: WithSession = {}): Promise<AttendanceEvent | null> {
    const filter = { employeeId, at: atMost(atOrBefore) };
    const found = await this.collection.findOne(filter, { ...options, sort: { at: -1, _id: -1 } });
    return found && toEntity(found);
  }

  /** Newest first. */
  async list(
    filter: AttendanceEventFilter,
    page: PageRequest,
    options: WithSession = {},
  ): Promise<Page<AttendanceEvent>> {
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

  /** Those of the ids that are taken. */
  async listTaken(ids: readonly string[], options: WithSession = {}): Promise<ReadonlySet<string>> {
    const found = await this.collection.find({ _id: oneOf(ids) }, { ...options, fields: ['_id'] });
    return new Set(found.map(({ _id }) => _id));
  }

  /** Whose marks came with an import, and the first and last local date of them; by person. */
  async listImported(
    importId: string,
    after: string,
    limit: number,
  ): Promise<readonly { readonly employeeId: string; readonly from: string; readonly to: string }[]> {
    const people: { employeeId: string; from: string; to: string }[] = [];
    let last = after;
    while (people.length < limit) {
      const filter = { importId: theText(importId), employeeId: greaterThan(last) };
      const order = { employeeId: 1, localDate: 1 } as const;
      const first = await this.collection.findOne(filter, { sort: order, fields: ['employeeId', 'localDate'] });
      if (first === null) break;
      last = first.employeeId;
      const own = { importId: theText(importId), employeeId: last };
      const latest = await this.collection.findOne(own, { sort: { localDate: -1 }, fields: ['localDate'] });
      people.push({ employeeId: last, from: first.localDate, to: latest?.localDate ?? first.localDate });
    }
    return people;
  }

  /** Several marks in one round trip. @throws as `insert` */
  async insertMany(events: readonly AttendanceEvent[], options: WithSession = {}): Promise<void> {
    await this.collection.insertMany(events.map(toDocument), options);
  }

  /**
   * @throws DomainError CONFLICT if the same mark is there already (person, instant, kind, source), the attempt has
   * its mark, or the event to replace was replaced
   */
  async insert(event: AttendanceEvent, options: WithSession = {}): Promise<AttendanceEvent> {
    await this.collection.insert(toDocument(event), options);
    return event;
  }

  /** Those of this moment and later, oldest first, one after the other. Reads all: only for when there is no other way. */
  async *eachSince(moment: Date): AsyncGenerator<AttendanceEvent> {
    const found = this.collection.each({ recordedAt: atLeast(moment) }, { sort: { recordedAt: 1, _id: 1 } });
    for await (const document of found) yield toEntity(document);
  }
}
