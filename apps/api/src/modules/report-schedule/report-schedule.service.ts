import { DomainError } from '@rollcall/contracts';
import type { Page, PageRequest, ReportSchedule, User } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isTimeZone } from '../../local-dates/time-zone.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { actorOfUser, mayHave, readerOf, scopesFor } from './reader-of.js';
import type {
  CreateReportScheduleInput,
  ReportScheduleFields,
  UpdateReportScheduleInput,
} from './report-schedule.inputs.js';
import { nextSend } from './send-times.js';

/** Of one person; each is a letter to up to 50 people. */
const MAX_SCHEDULES = 50;
const FORMATS: readonly unknown[] = ['CSV', 'XLSX', 'PDF'];
const targetOf = ({ id }: { readonly id: string }) => ({ kind: 'REPORT_SCHEDULE', id });

export interface ScheduleAt {
  readonly id: string;
  readonly version: number;
}

/** Which reports are sent to whom. Everybody sees the own ones; whoever manages people sees all of them. */
export class ReportScheduleService {
  constructor(private readonly context: ServiceContext) {}

  /** Oldest first, with the people in them. */
  async list(
    actor: Actor,
    page: PageRequest,
  ): Promise<{ readonly page: Page<ReportSchedule>; readonly users: readonly User[] }> {
    authorise(actor, 'reports:read');
    const found = await this.context.db.reportSchedules.list(seesAll(actor) ? null : actor.id, page);
    return { page: found, users: await this.peopleOf(found.nodes) };
  }

  /** Everybody who is named in these. */
  async peopleOf(schedules: readonly ReportSchedule[]): Promise<readonly User[]> {
    const ids = schedules.flatMap(({ ownerId, recipientIds }) => [ownerId, ...recipientIds]);
    return this.context.db.users.listByIds([...new Set(ids)]);
  }

  /**
   * @throws DomainError BAD_USER_INPUT naming the field, also for a recipient who may not read the report, and for keys: a
   * schedule belongs to a person; FORBIDDEN
   */
  async create(actor: Actor, input: CreateReportScheduleInput): Promise<ReportSchedule> {
    authorise(actor, 'reports:read');
    if (actor.kind !== 'USER') throw badInput('input', 'A schedule belongs to a person; keys get no letters.');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createReportSchedule', input, recall: (id: string) => db.reportSchedules.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const at = now();
      const wanted = await this.checked(actor, actor, input);
      const schedule = {
        ...{ id: newId(), ownerId: actor.id, ...wanted, isPaused: false, nextAt: nextSend(wanted, at) },
        ...{ pendingDueAt: null, pendingRecipientIds: [], retryAt: null, lastSentAt: null, lastProblem: null },
        ...{ createdAt: at, updatedAt: at },
      };
      const details = detailsOf(wanted);
      return writeWitnessed(
        this.context,
        actor,
        { action: 'REPORT_SCHEDULE_CREATED', target: targetOf, details, keep },
        async (session) => {
          if ((await db.reportSchedules.countOf(actor.id, { session })) >= MAX_SCHEDULES)
            throw badInput('input', `You have ${MAX_SCHEDULES} schedules already; remove one first.`);
          return db.reportSchedules.insert(schedule, { session });
        },
      );
    });
  }

  /** @throws DomainError as `create`; CONFLICT if it changed since `input.version`; NOT_FOUND, also for somebody else's */
  async update(actor: Actor, input: UpdateReportScheduleInput): Promise<ReportSchedule> {
    const { ownerId, isPaused } = await this.getOwn(actor, input.id);
    const [user] = await this.context.db.users.listByIds([ownerId]);
    const owner = ownerId === actor.id ? actor : actorOfUser(user);
    if (owner === null) throw badInput('id', 'Who made it has no access any more; make a new one.');
    const wanted = await this.checked(actor, owner, input);
    const due = isPaused ? {} : { nextAt: nextSend(wanted, this.context.now()) };
    return this.write(
      actor,
      input,
      'REPORT_SCHEDULE_UPDATED',
      { ...wanted, ...due, ...NOTHING_PENDING },
      detailsOf(wanted),
    );
  }

  /** What was to be sent meanwhile is not made up for. @throws DomainError CONFLICT; NOT_FOUND */
  async setPaused(actor: Actor, at: ScheduleAt, isPaused: boolean): Promise<ReportSchedule> {
    const schedule = await this.getOwn(actor, at.id);
    const due = isPaused ? NOTHING_PENDING : { nextAt: nextSend(schedule, this.context.now()), lastProblem: null };
    const action = isPaused ? 'REPORT_SCHEDULE_PAUSED' : 'REPORT_SCHEDULE_RESUMED';
    return this.write(actor, at, action, { isPaused, ...due });
  }

  /** @throws DomainError CONFLICT; NOT_FOUND */
  async remove(actor: Actor, { id, version }: ScheduleAt): Promise<ReportSchedule> {
    await this.getOwn(actor, id);
    const witnessed = { action: 'REPORT_SCHEDULE_REMOVED', target: targetOf };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.reportSchedules.remove(id, version, { session }),
    );
  }

  private write(
    actor: Actor,
    { id, version }: ScheduleAt,
    action: string,
    change: Partial<ReportSchedule>,
    details: ReturnType<typeof detailsOf> | Record<string, never> = {},
  ): Promise<ReportSchedule> {
    const { db, now } = this.context;
    return writeWitnessed(this.context, actor, { action, target: targetOf, details }, (session) =>
      db.reportSchedules.update(id, change, { version, now: now() }, { session }),
    );
  }

  /** Somebody else's looks as if it were not there. */
  private async getOwn(actor: Actor, id: string): Promise<ReportSchedule> {
    authorise(actor, 'reports:read');
    const schedule = await this.context.db.reportSchedules.getById(id);
    if (schedule.ownerId !== actor.id && !seesAll(actor)) throw new DomainError('NOT_FOUND');
    return schedule;
  }

  /** What is stored of the input. */
  private async checked(actor: Actor, owner: Actor, input: ReportScheduleFields) {
    const { kind, frequency, time, locale = 'EN', delivery = 'LINK' } = input;
    for (const scope of scopesFor(delivery)) authorise(owner, scope);
    const timeZone = input.timeZone ?? (await this.context.db.settings.get()).timeZone;
    if (!isTimeZone(timeZone)) throw badInput('timeZone', 'This is no time zone.');
    return {
      name: requiredText('name', input.name),
      ...{ kind, frequency, time, timeZone, locale, delivery },
      ...(await this.placeOf(input)),
      format: onlyWith('format', input.format, delivery === 'ATTACHMENT', (format) => FORMATS.includes(format)),
      weekday: onlyWith('weekday', input.weekday, frequency === 'WEEKLY'),
      dayOfMonth: onlyWith('dayOfMonth', input.dayOfMonth, frequency === 'MONTHLY'),
      recipientIds: await this.recipientsOf(actor, owner, delivery, input.recipientIds ?? [owner.id]),
    };
  }

  /** A report about a place that is not there would be sent, empty, for ever. @throws DomainError BAD_USER_INPUT */
  private async placeOf({ siteId = null, departmentId = null }: ReportScheduleFields) {
    const { sites, departments } = this.context.db;
    if (siteId !== null && (await sites.findById(siteId)) === null) throw badInput('siteId', 'There is no such site.');
    if (departmentId !== null && (await departments.findById(departmentId)) === null)
      throw badInput('departmentId', 'There is no such department.');
    return { siteId, departmentId };
  }

  private async recipientsOf(
    actor: Actor,
    owner: Actor,
    delivery: ReportSchedule['delivery'],
    ids: readonly string[],
  ): Promise<readonly string[]> {
    if (ids.length === 0) throw badInput('recipientIds', 'Name at least one person.');
    if (!hasScope(actor, 'users:manage') && ids.some((id) => id !== actor.id))
      throw badInput('recipientIds', 'You may send it to yourself only.');
    const users = new Map((await this.context.db.users.listByIds(ids)).map((user) => [user.id, user]));
    for (const id of ids) {
      const recipient = actorOfUser(users.get(id));
      if (recipient === null) throw badInput('recipientIds', 'There is no such person with access.', { userId: id });
      if (!mayHave(recipient, delivery) || readerOf(owner, recipient, delivery) === null)
        throw badInput('recipientIds', 'This person may not read the report, or not as a file.', { userId: id });
    }
    return [...ids];
  }
}

const NOTHING_PENDING = { pendingDueAt: null, pendingRecipientIds: [], retryAt: null };

const seesAll = (actor: Actor): boolean => hasScope(actor, 'users:manage');

/** The value where it is asked for, and null elsewhere. */
function onlyWith<T>(
  field: string,
  value: T | null | undefined,
  isNeeded: boolean,
  isFit: (value: T) => boolean = () => true,
): T | null {
  if (isNeeded && (value == null || !isFit(value))) throw badInput(field, 'This is needed here.');
  if (!isNeeded && value != null) throw badInput(field, 'This does not belong here.');
  return value ?? null;
}

/** Who gets what and when; no name of anybody. */
const detailsOf = ({ kind, delivery, frequency, time, timeZone, recipientIds }: Wanted) => ({
  ...{ kind, delivery, frequency, time, timeZone, recipientIds: [...recipientIds] },
});

type Wanted = Pick<ReportSchedule, 'kind' | 'delivery' | 'frequency' | 'time' | 'timeZone' | 'recipientIds'>;
