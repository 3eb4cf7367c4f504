import type { NewNotification, NotificationSettings, User } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { dueApprovals } from './approval-occurrences.js';
import { lateEntries, missingMarks } from './day-occurrences.js';
import { silentDevices } from './device-occurrences.js';
import type { NotificationWebhooks } from './notification-webhooks.js';
import { idOf, type Occurrence, type OccurrenceSource } from './occurrence.js';
import { letterTime } from './quiet-hours.js';
import { recipientsOf } from './recipients.js';
import { refusedAttempts } from './refusal-occurrences.js';

const JOB = 'notify';
const LEASE_MS = 60_000;
const KEPT_MS = 90 * 24 * 3_600_000;

const SOURCES = {
  MISSING_MARK: missingMarks,
  LATE: lateEntries,
  APPROVAL_DUE: dueApprovals,
  SILENT_DEVICE: silentDevices,
  REFUSED_ATTEMPTS: refusedAttempts,
} as const satisfies Record<Occurrence['kind'], OccurrenceSource>;

/**
 * Looks for what people are to be told of, and settles what is done with. It may be cut off and run again at any time: the id of
 * a notification is made of its matter and its reader, so what is found again is there already. One process at a time does it.
 */
export class NotifyJob {
  constructor(
    private readonly context: ServiceContext,
    private readonly webhooks: NotificationWebhooks,
    private readonly ownerId: string,
  ) {}

  /** @returns how many notifications are new; null if another process is at it, or took over */
  async run(): Promise<number | null> {
    const { db, now } = this.context;
    const lease = () => db.jobLeases.acquire(JOB, this.ownerId, { now: now(), leaseMs: LEASE_MS });
    if (!(await lease())) return null;
    const { notifications: settings, timeZone } = await db.settings.get();
    const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
    const zoneOf = (siteId: string | null) => zones.get(siteId ?? '') ?? timeZone;
    const accounts = await db.users.listActive();
    // The latest date anywhere on earth, as for closing days.
    const today = localDateOf(now(), 'Pacific/Kiritimati');
    let fresh = 0;
    for (const [kind, source] of Object.entries(SOURCES) as [Occurrence['kind'], OccurrenceSource][]) {
      const { open, toldFrom, settledFrom } = await source(this.context, settings, today);
      const told = open.filter(({ localDate }) => toldFrom === null || localDate === null || localDate >= toldFrom);
      fresh += await db.notifications.insertFresh(this.notificationsOf(told, accounts, settings, zoneOf));
      await this.webhooks.tell(told);
      const subjects = new Set(open.map(({ subject }) => subject));
      if (settledFrom !== undefined)
        await db.notifications.settleOthers(kind, subjects, { now: now(), fromDate: settledFrom });
      if (!(await lease())) return null;
    }
    await db.jobLeases.release(JOB, this.ownerId);
    return fresh;
  }

  private notificationsOf(
    found: readonly Occurrence[],
    accounts: readonly User[],
    settings: NotificationSettings,
    zoneOf: (siteId: string | null) => string,
  ): readonly NewNotification[] {
    const createdAt = this.context.now();
    const expiresAt = new Date(createdAt.getTime() + KEPT_MS);
    return found.flatMap(({ since: _, ...matter }) =>
      recipientsOf(matter, accounts, settings.rules).map(({ userId, channels }) => ({
        ...{ ...matter, id: idOf(matter, userId), userId, createdAt, expiresAt, isInApp: channels.has('IN_APP') },
        mailDueAt: channels.has('MAIL') ? letterTime(createdAt, settings.quietHours, zoneOf(matter.siteId)) : null,
      })),
    );
  }
}
