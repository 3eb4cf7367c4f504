import type { ReportMailProblem } from '@rollcall/contracts';
import type { ReportSchedule } from '../entities/report-schedule.js';
import type { ReportScheduleDocument } from '../models/report-schedule.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atMost, defined, dueBy } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';
import { VersionedRepository } from './versioned.repository.js';

const { fields, toEntity } = entityMapper<ReportSchedule>()([
  ...(['ownerId', 'name', 'kind', 'siteId', 'departmentId', 'delivery', 'format', 'locale'] as const),
  ...(['frequency', 'weekday', 'dayOfMonth', 'time', 'timeZone', 'recipientIds', 'isPaused', 'nextAt'] as const),
  ...(['pendingDueAt', 'pendingRecipientIds', 'retryAt', 'lastSentAt', 'lastProblem'] as const),
  ...(['version', 'createdAt', 'updatedAt'] as const),
]);

const OLDEST_FIRST: PageOrder = { name: 'CREATED_ASC', field: 'createdAt', direction: 1, kind: 'date' };

/** What the sender notes counts no version: it is no change that an editor has to know of. */
export class ReportScheduleRepository extends VersionedRepository<ReportSchedule, ReportScheduleDocument> {
  constructor(collection: Collection<ReportScheduleDocument>) {
    super(collection, { toEntity, sort: { createdAt: 1, _id: 1 } });
  }

  /** Oldest first. @param ownerId null: of everybody */
  async list(ownerId: string | null, page: PageRequest, options: WithSession = {}): Promise<Page<ReportSchedule>> {
    const { collection } = this;
    const filter = defined({ ownerId: ownerId ?? undefined });
    return findPage({ collection, filter, order: OLDEST_FIRST, page, fields, toEntity, ...options });
  }

  async countOf(ownerId: string, options: WithSession = {}): Promise<number> {
    return this.collection.count({ ownerId }, options);
  }

  /** What has to be begun, and what was begun and is not over. */
  async listDue(now: Date, limit: number): Promise<readonly ReportSchedule[]> {
    const due = await this.collection.find({ nextAt: atMost(now), isPaused: false }, { sort: { nextAt: 1 }, limit });
    const pending = await this.collection.find({ retryAt: dueBy(now) }, { sort: { retryAt: 1 }, limit });
    return [...new Map([...pending, ...due].map((document) => [document._id, toEntity(document)])).values()];
  }

  /**
   * Notes in one write that a sending begins and when the next one is due, so that it begins once whoever is cut off.
   * False if it began meanwhile, was changed or paused.
   */
  async begin(
    { id, nextAt, recipientIds }: ReportSchedule,
    { dueAt, next, now }: { readonly dueAt: Date; readonly next: Date; readonly now: Date },
  ): Promise<boolean> {
    const pending = { pendingDueAt: dueAt, pendingRecipientIds: [...recipientIds], retryAt: now };
    const $set = { nextAt: next, ...pending, lastProblem: null };
    return this.collection.updateOne({ _id: id, nextAt, isPaused: false }, { $set });
  }

  /** Takes a person out of what is pending: before the letter goes. False if somebody else did. */
  async takeRecipient(id: string, userId: string): Promise<boolean> {
    return this.collection.updateOne(
      { _id: id, pendingRecipientIds: userId },
      { $pull: { pendingRecipientIds: userId } },
    );
  }

  /** Puts a person back whose letter did not go. */
  async returnRecipient(id: string, userId: string): Promise<void> {
    await this.collection.updateOne({ _id: id }, { $addToSet: { pendingRecipientIds: userId } });
  }

  async noteSent(id: string, at: Date): Promise<void> {
    await this.collection.updateOne({ _id: id }, { $set: { lastSentAt: at } });
  }

  async noteProblem(id: string, lastProblem: ReportMailProblem): Promise<void> {
    await this.collection.updateOne({ _id: id }, { $set: { lastProblem } });
  }

  /** @param retryAt null: the sending is over */
  async settle(id: string, retryAt: Date | null): Promise<void> {
    const over = { pendingDueAt: null, pendingRecipientIds: [] };
    await this.collection.updateOne({ _id: id }, { $set: { retryAt, ...(retryAt === null ? over : {}) } });
  }

  /** Not sent any more until somebody wants it again. */
  async pause(id: string, lastProblem: ReportMailProblem, now: Date): Promise<void> {
    await this.settle(id, null);
    const update = { $set: { isPaused: true, lastProblem, updatedAt: now }, $inc: { version: 1 } };
    await this.collection.updateOne({ _id: id }, update);
  }
}
