import type { Notification, NotificationFilter, Page } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { MarkNotificationsReadInput, NotificationsArgs } from './notification.inputs.js';
import { kindsSeenBy } from './notification-kinds.js';

const MAX_IDS = 100;

/** What was read. */
export interface ReadCount {
  readonly markedCount: number;
  readonly unreadCount: number;
}

/** What somebody is told of. Everybody sees the own list, and of it what may still be seen today. */
export class NotificationService {
  constructor(private readonly context: ServiceContext) {}

  /** Newest first. */
  async list(actor: Actor, { filter, first, after }: NotificationsArgs): Promise<Page<Notification>> {
    const { notifications } = this.context.db;
    return notifications.list({ ...seenBy(actor), isUnread: filter?.isUnread }, { first, after });
  }

  async countUnread(actor: Actor): Promise<number> {
    return this.context.db.notifications.countUnread(seenBy(actor));
  }

  /** Only the own ones; a list of one's own is no matter for the audit. @throws DomainError BAD_USER_INPUT for too many ids */
  async markRead(actor: Actor, { ids }: MarkNotificationsReadInput): Promise<ReadCount> {
    const { db, now } = this.context;
    if (ids != null && ids.length > MAX_IDS) throw badInput('ids', `These are more than ${MAX_IDS}.`);
    const markedCount = await db.notifications.markRead(userIdOf(actor), ids ?? null, now());
    return { markedCount, unreadCount: await this.countUnread(actor) };
  }
}

/** Keys and devices are told by webhooks: their list is empty. */
const userIdOf = ({ kind, id }: Actor): string => (kind === 'USER' ? id : `none:${kind}`);

function seenBy(actor: Actor): NotificationFilter {
  const { siteIds, employeeId } = actor;
  return { userId: userIdOf(actor), kinds: kindsSeenBy(actor), siteIds, ownEmployeeId: employeeId };
}
