import { DomainError } from '@rollcall/contracts';
import type { JobLeaseDocument } from '../models/job-lease.model.js';
import type { Collection, WithSession } from './collection.js';
import { atMost } from './filters.js';

/** One runner at a time for each background job, across processes; a crashed runner's lease runs out. */
export class JobLeaseRepository {
  constructor(private readonly collection: Collection<JobLeaseDocument>) {}

  /** True if the job is ours until `now` + `leaseMs`; call it again to renew. */
  async acquire(job: string, ownerId: string, at: { readonly now: Date; readonly leaseMs: number }): Promise<boolean> {
    await this.collection.insertUnlessThere({ _id: job, ownerId: null, progress: null, leaseUntil: at.now });
    const leaseUntil = new Date(at.now.getTime() + at.leaseMs);
    const free = { _id: job, $or: [{ ownerId }, { leaseUntil: atMost(at.now) }, { ownerId: null }] };
    return this.collection.updateOne(free, { $set: { ownerId, leaseUntil } });
  }

  /**
   * Makes transactions that call this with the same name run one after the other: of two at once one meets a write conflict,
   * runs again and sees what the other wrote.
   */
  async serialise(name: string, ownerId: string, now: Date, options: WithSession): Promise<void> {
    const document = { _id: name, ownerId: null, progress: ownerId, leaseUntil: now };
    await this.collection.replace(document, options);
  }

  /**
   * Notes how far the work is, in the transaction of that work.
   *
   * @throws DomainError CONFLICT if the lease is somebody else's: the transaction must not commit
   */
  async note(job: string, ownerId: string, progress: string, options: WithSession = {}): Promise<void> {
    const isOurs = await this.collection.updateOne({ _id: job, ownerId }, { $set: { progress } }, options);
    if (!isOurs) throw new DomainError('CONFLICT', { internal: 'another process took this job over' });
  }

  /** What the last runner that came to an end left behind. */
  async progressOf(job: string): Promise<string | null> {
    return (await this.collection.findOne({ _id: job }))?.progress ?? null;
  }

  /** Lets another runner begin at once. `progress` is for the next run; left out, it stays as it was. */
  async release(job: string, ownerId: string, progress?: string): Promise<void> {
    const done = progress === undefined ? {} : { progress };
    await this.collection.updateOne({ _id: job, ownerId }, { $set: { ownerId: null, ...done } });
  }
}
