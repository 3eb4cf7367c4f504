import type { NotificationKind } from '@rollcall/contracts';
import type { NewNotification, Notification } from '../entities/notification.js';
import type { NotificationDocument } from '../models/notification.model.js';
import type { Collection, Filter } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { atLeast, dueBy, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<Notification>()([
  ...(['userId', 'kind', 'subject', 'siteId', 'employeeId', 'deviceId', 'approval', 'localDate', 'count'] as const),
  ...(['isInApp', 'isUnread', 'readAt', 'settledAt', 'mailDueAt', 'mailedAt', 'createdAt', 'expiresAt'] as const),
]);

/** Whose, and what of it this person may still see. */
export interface NotificationFilter {
  readonly userId: string;
  /** Of these kinds. */
  readonly kinds: readonly NotificationKind[];
  /** Of these sites; null: of all, also of none. */
  readonly siteIds: readonly string[] | null;
  /** Missing marks of this person, whatever else may be seen. */
  readonly ownEmployeeId: string | null;
  readonly isUnread?: boolean | null | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };
const AT_ONCE = 1_000;

function filterOf({ userId, kinds, siteIds, ownEmployeeId, isUnread }: NotificationFilter): Filter {
  const sites = siteIds === null ? {} : { siteId: oneOf(siteIds) };
  const own = ownEmployeeId === null ? [] : [{ employeeId: ownEmployeeId, kind: 'MISSING_MARK' }];
  const seen = { $or: [{ kind: oneOf(kinds), ...sites }, ...own] };
  return { userId, ...(isUnread == null ? { isInApp: true } : { isInApp: true, isUnread }), ...seen };
}

/** What people are told of: one entry for each matter and person. */
export class NotificationRepository {
  constructor(private readonly collection: Collection<NotificationDocument>) {}

  /** Stores those that are not there yet; the others stay as they are, read or not. @returns how many are new */
  async insertFresh(notifications: readonly NewNotification[]): Promise<number> {
    let fresh = 0;
    for (let from = 0; from < notifications.length; from += AT_ONCE) {
      const some = notifications.slice(from, from + AT_ONCE);
      const filter = { _id: oneOf(some.map(({ id }) => id)) };
      const taken = new Set((await this.collection.find(filter, { fields: ['_id'] })).map(({ _id }) => _id));
      for (const one of some.filter(({ id }) => !taken.has(id))) {
        const nothing = { readAt: null, settledAt: null, mailedAt: null };
        const document = { ...toDocument(one), ...nothing, isUnread: one.isInApp };
        if (await this.collection.insertUnlessThere(document)) fresh += 1;
      }
    }
    return fresh;
  }

  /** Newest first; those that are told by mail only are not among them. */
  async list(filter: NotificationFilter, page: PageRequest): Promise<Page<Notification>> {
    const { collection } = this;
    return findPage({ collection, filter: filterOf(filter), order: NEWEST_FIRST, page, fields, toEntity });
  }

  async countUnread(filter: NotificationFilter): Promise<number> {
    return this.collection.count(filterOf({ ...filter, isUnread: true }));
  }

  /** @param ids null: all. @returns how many were unread */
  async markRead(userId: string, ids: readonly string[] | null, readAt: Date): Promise<number> {
    const which = ids === null ? {} : { _id: oneOf(ids) };
    return this.collection.updateMany({ userId, isUnread: true, ...which }, { $set: { isUnread: false, readAt } });
  }

  /**
   * Settles what is open of a kind and not among the subjects: it has been done with. A letter about it does not go any more.
   *
   * @param fromDate only of this day or later; null: of any
   */
  async settleOthers(
    kind: NotificationKind,
    subjects: ReadonlySet<string>,
    { now, fromDate }: { readonly now: Date; readonly fromDate: string | null },
  ): Promise<number> {
    const open = { kind, settledAt: null, ...(fromDate === null ? {} : { localDate: atLeast(fromDate) }) };
    const found = await this.collection.find(open, { fields: ['subject'] });
    const gone = found.filter(({ subject }) => !subjects.has(subject)).map(({ _id }) => _id);
    const $set = { settledAt: now, isUnread: false, mailDueAt: null };
    for (let from = 0; from < gone.length; from += AT_ONCE)
      await this.collection.updateMany({ _id: oneOf(gone.slice(from, from + AT_ONCE)), settledAt: null }, { $set });
    return gone.length;
  }

  /** Of which letters are due, the longest due first. */
  async listDue(now: Date, limit: number): Promise<readonly Notification[]> {
    return (await this.collection.find({ mailDueAt: dueBy(now) }, { sort: { mailDueAt: 1 }, limit })).map(toEntity);
  }

  /** Takes the letter of these upon oneself: nobody else sends it from now on. */
  async claimMail(ids: readonly string[], mailedAt: Date): Promise<void> {
    await this.collection.updateMany({ _id: oneOf(ids) }, { $set: { mailDueAt: null, mailedAt } });
  }

  /** The letter is to go at another time, also if it was thought to have gone. */
  async postponeMail(ids: readonly string[], mailDueAt: Date): Promise<void> {
    await this.collection.updateMany({ _id: oneOf(ids), settledAt: null }, { $set: { mailDueAt, mailedAt: null } });
  }
}
