import type { Notification, NotificationSettings, User } from '@rollcall/db';
import { notificationLetter } from '../../mail/letters.js';
import type { MailTransport } from '../../mail/mail.js';
import type { ReportLocale } from '../../report-files/report-locale.js';
import type { ServiceContext } from '../../services/service-context.js';
import { linesOf } from './letter-lines.js';
import { afterQuietHours } from './quiet-hours.js';
import { recipientsOf } from './recipients.js';

const JOB = 'notification-mail';
const LEASE_MS = 60_000;
const READ_AT_ONCE = 1_000;
const AGAIN_AFTER_MS = 15 * 60_000;
/** News of before is no news; it is still in the list. */
const TRIED_FOR_MS = 24 * 3_600_000;

export interface LetterPost {
  readonly mail: MailTransport;
  /** Where people reach the dashboard. */
  readonly publicUrl: string;
  /** Told of a letter that could not be handed over. */
  readonly onMailFailed: (error: unknown) => void;
}

interface Round {
  readonly organisation: string;
  readonly language: ReportLocale;
  readonly settings: NotificationSettings;
  readonly now: Date;
}

/**
 * Sends what is due, one letter for each person. What is in a letter is taken note of before the letter goes: a process that is
 * cut off loses it rather than sends it twice, and the list in the app has it all the same. One process at a time does it.
 */
export class NotificationMailJob {
  constructor(
    private readonly context: ServiceContext,
    private readonly post: LetterPost,
    private readonly ownerId: string,
  ) {}

  /** @returns how many letters went; null if another process is at it, or took over */
  async run(): Promise<number | null> {
    const { db, now } = this.context;
    const lease = () => db.jobLeases.acquire(JOB, this.ownerId, { now: now(), leaseMs: LEASE_MS });
    if (!(await lease())) return null;
    const { organisationName: organisation, notifications: settings, ...general } = await db.settings.get();
    const { timeZone, letterLanguage: language } = general;
    const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
    const round = { organisation, language, settings, now: now() };
    const due = await db.notifications.listDue(round.now, READ_AT_ONCE);
    const sendable = await this.holdBack(due, round, (siteId) => zones.get(siteId ?? '') ?? timeZone);
    const users = await db.users.listByIds([...new Set(sendable.map(({ userId }) => userId))]);
    let sent = 0;
    for (const userId of new Set(sendable.map((one) => one.userId))) {
      if (!(await lease())) return null;
      const user = users.find(({ id }) => id === userId) ?? null;
      const items = sendable.filter((one) => one.userId === userId);
      if (await this.sendTo(user, items, round)) sent += 1;
    }
    await db.jobLeases.release(JOB, this.ownerId);
    return sent;
  }

  /** A letter that was late, or quiet hours that were set since: it waits for their end. */
  private async holdBack(
    due: readonly Notification[],
    { settings, now }: Round,
    zoneOf: (siteId: string | null) => string,
  ): Promise<readonly Notification[]> {
    const sendable: Notification[] = [];
    for (const one of due) {
      const at = afterQuietHours(now, settings.quietHours, zoneOf(one.siteId));
      if (at > now) await this.context.db.notifications.postponeMail([one.id], at);
      else sendable.push(one);
    }
    return sendable;
  }

  private async sendTo(user: User | null, items: readonly Notification[], round: Round): Promise<boolean> {
    const { db } = this.context;
    const { organisation, language, settings, now } = round;
    const ids = items.map(({ id }) => id);
    await db.notifications.claimMail(ids, now);
    // Who has left or may not read it any more gets no letter.
    const told = items.filter((item) =>
      recipientsOf(item, user === null || user.deactivatedAt !== null ? [] : [user], settings.rules).some(
        ({ channels }) => channels.has('MAIL'),
      ),
    );
    if (user === null || told.length === 0) return false;
    const { mail, publicUrl } = this.post;
    const lines = await linesOf(this.context, told, { publicUrl, language });
    try {
      await mail.send(notificationLetter({ to: user.email, language, organisation, lines, link: publicUrl }));
      return true;
    } catch (error) {
      this.post.onMailFailed(error);
      const young = told.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < TRIED_FOR_MS);
      const again = new Date(now.getTime() + AGAIN_AFTER_MS);
      if (young.length > 0)
        await db.notifications.postponeMail(
          young.map(({ id }) => id),
          again,
        );
      return false;
    }
  }
}
