import { DomainError } from '@rollcall/contracts';
import { plainCopy } from '../audit/canonical-json.js';
import type { JsonObject } from '../entities/audit-entry.js';
import type { Job, JobClaim, JobKind, JobState, NewJob } from '../entities/job.js';
import type { JobDocument } from '../models/job.model.js';
import type { Collection, Filter, Update, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atMost, defined, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<Job>()([
  'kind',
  'state',
  'isDryRun',
  'input',
  'progress',
  'counts',
  'cursor',
  'errorFileId',
  'resultFileId',
  'failure',
  'createdBy',
  'grant',
  'runs',
  'leaseUntil',
  'createdAt',
  'startedAt',
  'finishedAt',
]);

export interface JobFilter {
  readonly kind?: JobKind | null | undefined;
  readonly state?: JobState | null | undefined;
  /** Only jobs of this person or key: what the caller may see. */
  readonly createdById?: string | undefined;
}

export interface ClaimJobOptions {
  readonly kinds: readonly JobKind[];
  /** Random; proves later that the job is still ours. */
  readonly token: string;
  readonly now: Date;
  readonly leaseMs: number;
  /** Only this job. */
  readonly id?: string | undefined;
}

export type JobCheckpoint = Partial<Pick<Job, 'progress' | 'counts' | 'cursor'>>;
export type JobEnd = JobCheckpoint & Partial<Pick<Job, 'errorFileId' | 'resultFileId' | 'failure'>>;

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };
const lost = (): DomainError => new DomainError('CONFLICT', { internal: 'another runner took this job over' });

export class JobRepository {
  constructor(private readonly collection: Collection<JobDocument>) {}

  async insert(job: NewJob, options: WithSession = {}): Promise<Job> {
    const { id, input, grant, ...rest } = job;
    const nothing = { errorFileId: null, resultFileId: null, failure: null, token: null, leaseUntil: null };
    const document: JobDocument = {
      _id: id,
      ...rest,
      ...nothing,
      input: plainCopy(input) as JsonObject,
      grant: {
        ...{ padPolicy: grant.padPolicy, scopes: [...grant.scopes] },
        siteIds: grant.siteIds === null ? null : [...grant.siteIds],
        departmentIds: [...(grant.departmentIds ?? [])],
      },
      state: 'QUEUED',
      progress: { stage: 'WAITING', done: 0, total: null },
      ...{ counts: {}, cursor: null, runs: 0, startedAt: null, finishedAt: null },
    };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  async findById(id: string, options: WithSession = {}): Promise<Job | null> {
    const found = await this.collection.findOne({ _id: id }, { ...options, fields });
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<Job> {
    return toEntity(await this.collection.getOne({ _id: id }, { ...options, fields }));
  }

  /** Newest first. */
  async list({ kind, state, createdById }: JobFilter, page: PageRequest): Promise<Page<Job>> {
    const plain = { kind: kind ?? undefined, state: state ?? undefined, 'createdBy.id': createdById };
    return findPage({
      collection: this.collection,
      filter: defined(plain),
      order: NEWEST_FIRST,
      page,
      fields,
      toEntity,
    });
  }

  /** The oldest job that waits or whose runner is gone. Exactly one of many callers gets it; null: nothing to do. */
  async claimNext(options: ClaimJobOptions): Promise<JobClaim | null> {
    const { now, token, leaseMs } = options;
    const free = freeFilter(options);
    for (;;) {
      const [next] = await this.collection.find(free, { sort: { createdAt: 1, _id: 1 }, limit: 1 });
      if (next === undefined) return null;
      const leaseUntil = new Date(now.getTime() + leaseMs);
      const startedAt = next.startedAt ?? now;
      const update = { $set: { state: 'RUNNING' as const, token, leaseUntil, startedAt }, $inc: { runs: 1 } };
      const taken = await this.collection.findOneAndUpdate({ ...free, _id: next._id, runs: next.runs }, update);
      if (taken !== null) return { job: toEntity(taken), token };
    }
  }

  /** Makes the lease longer. False if the job is not ours any more. */
  async renew({ job, token }: JobClaim, leaseUntil: Date): Promise<boolean> {
    return this.collection.updateOne({ _id: job.id, state: 'RUNNING', token }, { $set: { leaseUntil } });
  }

  /**
   * Notes how far the work is. Call it in the transaction of that work: both are there or neither.
   *
   * @throws DomainError CONFLICT if another runner took over: the transaction must not commit
   */
  async checkpoint(claim: JobClaim, point: JobCheckpoint, options: WithSession = {}): Promise<void> {
    await this.change(claim, { $set: plain(point) }, options);
  }

  /** @throws DomainError CONFLICT if another runner took over */
  async finish(claim: JobClaim, state: 'SUCCEEDED' | 'FAILED', end: JobEnd & { readonly now: Date }): Promise<Job> {
    const { now, ...rest } = end;
    await this.change(claim, { $set: { ...plain(rest), state, finishedAt: now, token: null, leaseUntil: null } });
    return this.getById(claim.job.id);
  }

  /** Gives an unfinished job back, so that the next runner need not wait for the lease to end. */
  async release({ job, token }: JobClaim): Promise<void> {
    const update = { $set: { state: 'QUEUED' as const, token: null, leaseUntil: null } };
    await this.collection.updateOne({ _id: job.id, state: 'RUNNING', token }, update);
  }

  private async change({ job, token }: JobClaim, update: Update<JobDocument>, options: WithSession = {}) {
    const isOurs = await this.collection.updateOne({ _id: job.id, state: 'RUNNING', token }, update, options);
    if (!isOurs) throw lost();
  }
}

/** Waiting, or running without a living lease. */
function freeFilter({ kinds, now, id }: ClaimJobOptions): Filter {
  const isFree = [{ state: 'QUEUED' }, { state: 'RUNNING', leaseUntil: atMost(now) }];
  return { kind: oneOf(kinds), $or: isFree, ...(id === undefined ? {} : { _id: id }) };
}

function plain<T extends JobEnd>(end: T): Partial<JobDocument> {
  const { cursor, ...rest } = end;
  const copy = cursor == null ? cursor : (plainCopy(cursor) as JsonObject);
  return defined({ ...rest, cursor: copy }) as Partial<JobDocument>;
}
