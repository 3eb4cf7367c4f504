import { SECOND_FACTOR_REFUSALS } from '@rollcall/contracts';
import type { CaptureAttempt, CaptureAttemptKind } from '../entities/capture-attempt.js';
import type { CaptureAttemptDocument } from '../models/capture-attempt.model.js';
import { type Among, amongFilters } from './among.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atLeast, between, defined, notIn, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<CaptureAttempt>()([
  'kind',
  'outcome',
  'proof',
  'place',
  'employeeId',
  'employeeNumber',
  'siteId',
  'similarity',
  'quality',
  'pad',
  'liveness',
  'operatingPoint',
  'modelId',
  'source',
  'actor',
  'deviceId',
  'requestId',
  'at',
]);

/** For what comes along another way than through this repository. */
export const toCaptureAttemptEntity = toEntity;

export interface CaptureAttemptFilter {
  readonly employeeId?: string | null | undefined;
  readonly outcome?: string | null | undefined;
  readonly kind?: CaptureAttemptKind | null | undefined;
  /** Half-open: from ≤ at < to. */
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  /** Only among these, and of them only these persons: what the caller may see. */
  readonly among?: Among | undefined;
  readonly employeeIds?: readonly string[] | undefined;
}

/** More than any setting asks for. */
const COUNTED_FAILURES = 20;
const ACCEPTED = ['RECORDED', 'DOUBLE_TAP'] as const;
/** The face was the right one, whatever came of it. */
const RECOGNISED: readonly string[] = [
  ...ACCEPTED,
  'NOT_EMPLOYED',
  'OUTSIDE_GEOFENCE',
  'NETWORK_REFUSED',
  'DEVICE_REFUSED',
  ...SECOND_FACTOR_REFUSALS,
];
const NEWEST_FIRST: PageOrder = { name: 'AT_DESC', field: 'at', direction: -1, kind: 'date' };

function filterOf({ employeeId, outcome, kind, from, to, among, employeeIds }: CaptureAttemptFilter): Filter {
  const plain = defined({
    employeeId: employeeId ?? undefined,
    outcome: outcome ?? undefined,
    kind: kind ?? undefined,
    at: between(from, to),
  });
  const limits = [...amongFilters(among), ...(employeeIds === undefined ? [] : [{ employeeId: oneOf(employeeIds) }])];
  return limits.length === 0 ? plain : { ...plain, $and: limits };
}

/** Append-only: attempts are inserted and read, never changed. */
export class CaptureAttemptRepository {
  constructor(private readonly collection: Collection<CaptureAttemptDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<CaptureAttempt | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<CaptureAttempt> {
    return toEntity(await this.collection.getOne({ _id: id }, options));
  }

  async listByIds(ids: readonly string[], options: WithSession = {}): Promise<readonly CaptureAttempt[]> {
    return (await this.collection.find({ _id: oneOf(ids) }, options)).map(toEntity);
  }

  /** Refused attempts of these persons to mark attendance with from ≤ at < to, oldest first: they are listed beside a day. */
  async listRefused(
    employeeIds: readonly string[],
    range: { readonly from: Date; readonly to: Date },
    options: WithSession = {},
  ): Promise<readonly CaptureAttempt[]> {
    const what = { kind: 'ATTENDANCE', outcome: notIn([...ACCEPTED]) };
    const filter = { employeeId: oneOf(employeeIds), at: between(range.from, range.to), ...what };
    return (await this.collection.find(filter, { ...options, sort: { at: 1, _id: 1 } })).map(toEntity);
  }

  /** How many of a person's newest attempts to mark by face since `from` failed in a row; one that succeeded ends the row. */
  async countFaceFailures(employeeId: string, from: Date, options: WithSession = {}): Promise<number> {
    const filter = { employeeId, kind: 'ATTENDANCE', proof: 'FACE', at: between(from, null) };
    const newest = { ...options, sort: { at: -1, _id: -1 }, limit: COUNTED_FAILURES } as const;
    const outcomes = (await this.collection.find(filter, newest)).map(({ outcome }) => outcome);
    const success = outcomes.findIndex((outcome) => RECOGNISED.includes(outcome));
    return success === -1 ? outcomes.length : success;
  }

  /** Newest first. */
  async list(
    filter: CaptureAttemptFilter,
    page: PageRequest,
    options: WithSession = {},
  ): Promise<Page<CaptureAttempt>> {
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

  async insert(attempt: CaptureAttempt, options: WithSession = {}): Promise<CaptureAttempt> {
    const document = toDocument(attempt);
    await this.collection.insert(document, options);
    return attempt;
  }

  /** Those of this moment and later, oldest first, one after the other. Reads all: only for when there is no other way. */
  async *eachSince(moment: Date): AsyncGenerator<CaptureAttempt> {
    const found = this.collection.each({ at: atLeast(moment) }, { sort: { at: 1, _id: 1 } });
    for await (const document of found) yield toEntity(document);
  }
}
