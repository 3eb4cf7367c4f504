import type { ReportMailProblem } from '@rollcall/contracts';
import type { ReportSchedule, User } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { SecondFactorNeed } from '../../auth/second-factor-need.js';
import type { DateRange } from '../../local-dates/date-range.js';
import { reportLetter } from '../../mail/letters.js';
import type { ReportLocale } from '../../report-files/report-locale.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { LetterOptions } from '../user/invitation.service.js';
import { attachedFile, type Files } from './attached-file.js';
import { actorOfUser, mayHave, readerOf } from './reader-of.js';
import { reportLink } from './report-link.js';
import { latestSend, nextSend, rangeOfSend } from './send-times.js';

const JOB = 'report-mail';
const LEASE_MS = 10 * 60_000;
const READ_AT_ONCE = 200;
const AGAIN_AFTER_MS = 15 * 60_000;
const TRIED_FOR_MS = 24 * 3_600_000;

const SENDER: Actor = {
  ...{ kind: 'SYSTEM', id: JOB, name: 'Report mails', email: null, roles: [], scopes: new Set(), padPolicy: 'REFUSE' },
  ...{ siteIds: null, departmentIds: [], employeeId: null, requestId: null },
};

/**
 * Sends the reports that are due. That a sending begins, and when the next one is due, is noted in one write; each person is taken
 * out of it before the letter goes. So whoever is cut off loses one letter at most, and nobody gets one twice. Rights are those
 * of the moment. One process at a time does it.
 */
export class ReportMailJob {
  private readonly need: SecondFactorNeed;

  constructor(
    private readonly context: ServiceContext,
    private readonly files: Files,
    private readonly post: Pick<LetterOptions, 'mail' | 'publicUrl' | 'onMailFailed' | 'accounts'>,
    private readonly ownerId: string,
  ) {
    this.need = new SecondFactorNeed(context.db);
  }

  /** @returns how many letters went; null if another process is at it, or took over */
  async run(): Promise<number | null> {
    const { db, now } = this.context;
    const lease = () => db.jobLeases.acquire(JOB, this.ownerId, { now: now(), leaseMs: LEASE_MS });
    if (!(await lease())) return null;
    let sent = 0;
    for (const { id } of await db.reportSchedules.listDue(now(), READ_AT_ONCE)) {
      if (!(await lease())) return null;
      const begun = await this.begin(id);
      if (begun !== null) sent += await this.send(begun, lease);
    }
    await db.jobLeases.release(JOB, this.ownerId);
    return sent;
  }

  /** The schedule with what is pending of it; null if nothing is. What was missed is sent once, for its latest time. */
  private async begin(id: string): Promise<ReportSchedule | null> {
    const { reportSchedules } = this.context.db;
    const now = this.context.now();
    const schedule = await reportSchedules.findById(id);
    if (schedule === null || schedule.isPaused) return null;
    if (schedule.nextAt > now) return schedule.pendingDueAt === null ? null : schedule;
    const dueAt = latestSend(schedule, schedule.nextAt, now);
    if (!(await reportSchedules.begin(schedule, { dueAt, next: nextSend(schedule, now), now }))) return null;
    return reportSchedules.findById(id);
  }

  private async send(schedule: ReportSchedule, lease: () => Promise<boolean>): Promise<number> {
    const { id, pendingDueAt, pendingRecipientIds, ownerId, delivery } = schedule;
    const { reportSchedules, users } = this.context.db;
    const dueAt = pendingDueAt ?? this.context.now();
    const people = new Map((await users.listByIds([ownerId, ...pendingRecipientIds])).map((user) => [user.id, user]));
    const owner = actorOfUser(people.get(ownerId));
    if (!mayHave(owner, delivery)) {
      await reportSchedules.pause(id, 'OWNER_MAY_NOT', this.context.now());
      await this.note(schedule, ownerId, 'OWNER_MAY_NOT');
      return 0;
    }
    let sent = 0;
    for (const userId of pendingRecipientIds) {
      if (!(await lease())) return sent;
      if (!(await reportSchedules.takeRecipient(id, userId))) continue;
      const problem = await this.sendTo(schedule, owner, people.get(userId), rangeOfSend(schedule, dueAt));
      await this.note(schedule, userId, problem);
      if (problem === null || problem === 'FILE_TOO_LARGE') sent += 1;
      if (problem !== null) await reportSchedules.noteProblem(id, problem);
      if (problem === 'MAIL_FAILED' || problem === 'REPORT_FAILED') await reportSchedules.returnRecipient(id, userId);
    }
    const now = this.context.now();
    if (sent > 0) await reportSchedules.noteSent(id, now);
    const left = (await reportSchedules.findById(id))?.pendingRecipientIds.length ?? 0;
    const isOver = left === 0 || now.getTime() - dueAt.getTime() > TRIED_FOR_MS;
    await reportSchedules.settle(id, isOver ? null : new Date(now.getTime() + AGAIN_AFTER_MS));
    return sent;
  }

  /** @returns null if it went well */
  private async sendTo(
    schedule: ReportSchedule,
    owner: Actor,
    user: User | undefined,
    range: DateRange,
  ): Promise<ReportMailProblem | null> {
    const reader = readerOf(owner, actorOfUser(user), schedule.delivery);
    if (reader === null || user === undefined) return 'RECIPIENT_MAY_NOT';
    if (schedule.delivery === 'ATTACHMENT' && (await this.need.isOutOfReach(user, this.post.accounts.usesSingleSignOn)))
      return 'RECIPIENT_LACKS_SECOND_FACTOR';
    const file = await attachedFile(this.files, schedule, reader, { range, onFailed: this.post.onMailFailed });
    if (file === 'REPORT_FAILED') return file;
    const { organisationName: organisation } = await this.context.db.settings.get();
    const attachment = file === 'FILE_TOO_LARGE' ? null : file;
    const link = reportLink(schedule, range, this.post.publicUrl);
    const language = schedule.locale as ReportLocale;
    const letter = { to: user.email, language, organisation, link, name: schedule.name, range };
    try {
      await this.post.mail.send(reportLetter({ ...letter, attachment, isTooLarge: file === 'FILE_TOO_LARGE' }));
    } catch (error) {
      this.post.onMailFailed(error);
      return 'MAIL_FAILED';
    }
    return file === 'FILE_TOO_LARGE' ? file : null;
  }

  private async note(schedule: ReportSchedule, userId: string, problem: ReportMailProblem | null): Promise<void> {
    const { id, kind, delivery } = schedule;
    const isSent = problem === null || problem === 'FILE_TOO_LARGE';
    await this.context.db.audit.insert(
      auditEntry(this.context, SENDER, {
        ...{ action: 'REPORT_MAILED', target: { kind: 'REPORT_SCHEDULE', id } },
        outcome: isSent ? 'DONE' : 'REFUSED',
        details: { userId, kind, delivery, ...(problem === null ? {} : { problem }) },
      }),
    );
  }
}
