import type { DbSession, Holiday, LeaveType, WeeklyOff } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { addDays, aroundDate, checkRange, type DateRange, isCalendarDate } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type {
  CreateHolidayInput,
  CreateLeaveTypeInput,
  CreateWeeklyOffInput,
  UpdateLeaveTypeInput,
} from './calendar.inputs.js';

const MAX_HOLIDAY_DAYS = 800;
/** What a day off on weekdays changes by itself; what lies further back is computed with a preview. */
const RECENT_DAYS = 31;

/** What the whole organisation shares: holidays, days off, kinds of leave. Everybody may read it, HR changes it. */
export class CalendarService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Both dates included. @throws DomainError BAD_USER_INPUT for a range that is reversed or longer than two years */
  async holidays(_actor: Actor, from: string, to: string): Promise<readonly Holiday[]> {
    checkRange({ from, to }, MAX_HOLIDAY_DAYS);
    return this.context.db.holidays.listBetween(from, to);
  }

  async weeklyOffs(_actor: Actor): Promise<readonly WeeklyOff[]> {
    return this.context.db.weeklyOffs.listAll();
  }

  async leaveTypes(_actor: Actor): Promise<readonly LeaveType[]> {
    return this.context.db.leaveTypes.listAll();
  }

  /**
   * A date that has begun is built anew for everybody by a job.
   *
   * @throws DomainError CONFLICT if that holiday is there already; BAD_USER_INPUT for an unknown site
   */
  async createHoliday(actor: Actor, input: CreateHolidayInput): Promise<Holiday> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const once = { mutation: 'createHoliday', input, recall: (id: string) => db.holidays.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const holiday = await this.prepareHoliday(actor, input);
      return db.withTransaction(async (session) => {
        await keep(holiday.id, session);
        return this.createHolidayIn(actor, holiday, session);
      });
    });
  }

  /** The holiday as it would be stored, checked. @throws DomainError as `createHoliday` */
  async prepareHoliday(actor: Actor, input: CreateHolidayInput): Promise<Omit<Holiday, 'version'>> {
    authorise(actor, 'employees:write');
    const { date, portion } = input;
    if (!isCalendarDate(date)) throw badInput('date', 'This must be a date of the calendar, YYYY-MM-DD.');
    const siteId = await this.knownSite(input.siteId);
    return { ...this.made(), date, portion, name: requiredText('name', input.name), siteId };
  }

  /** Stores a prepared holiday in the transaction of the caller. @throws DomainError CONFLICT */
  async createHolidayIn(actor: Actor, made: Omit<Holiday, 'version'>, session: DbSession): Promise<Holiday> {
    authorise(actor, 'employees:write');
    const holiday = await this.context.db.holidays.insert(made, { session });
    await this.witnessHoliday(actor, 'HOLIDAY_CREATED', holiday, session);
    return holiday;
  }

  /** Its date is built anew for everybody by a job. @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async removeHoliday(actor: Actor, id: string, version: number): Promise<Holiday> {
    return this.context.db.withTransaction((session) => this.removeHolidayIn(actor, id, version, session));
  }

  /** @throws DomainError NOT_FOUND */
  async knownHoliday(actor: Actor, id: string): Promise<string> {
    authorise(actor, 'employees:write');
    return (await this.context.db.holidays.getById(id)).id;
  }

  /** As `removeHoliday`, in the transaction of the caller. */
  async removeHolidayIn(actor: Actor, id: string, version: number, session: DbSession): Promise<Holiday> {
    authorise(actor, 'employees:write');
    const holiday = await this.context.db.holidays.remove(id, version, { session });
    await this.witnessHoliday(actor, 'HOLIDAY_REMOVED', holiday, session);
    return holiday;
  }

  private async witnessHoliday(actor: Actor, action: string, { id, date }: Holiday, session: DbSession): Promise<void> {
    const entry = auditEntry(this.context, actor, { action, target: { kind: 'HOLIDAY', id }, details: { date } });
    await this.context.db.audit.insert(entry, { session });
    await this.days.requestRebuild(aroundDate(date), action, session);
  }

  /**
   * The days of the last month are built anew for everybody by a job.
   *
   * @throws DomainError BAD_USER_INPUT for an unknown site, or an end before the beginning
   */
  async createWeeklyOff(actor: Actor, input: CreateWeeklyOffInput): Promise<WeeklyOff> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const once = { mutation: 'createWeeklyOff', input, recall: (id: string) => db.weeklyOffs.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const made = await this.prepareWeeklyOff(actor, input);
      return db.withTransaction(async (session) => {
        await keep(made.id, session);
        return this.createWeeklyOffIn(actor, made, session);
      });
    });
  }

  /** The day off as it would be stored, checked. @throws DomainError as `createWeeklyOff` */
  async prepareWeeklyOff(actor: Actor, input: CreateWeeklyOffInput): Promise<Omit<WeeklyOff, 'version'>> {
    authorise(actor, 'employees:write');
    const siteId = await this.knownSite(input.siteId);
    const [from, to] = [input.from ?? null, input.to ?? null];
    if (from !== null && to !== null && to < from) throw badInput('to', 'This ends before it begins.');
    const weeksOfMonth = [...new Set(input.weeksOfMonth ?? [])].sort();
    return { ...this.made(), weekday: input.weekday, weeksOfMonth, from, to, siteId };
  }

  /** Stores a prepared day off in the transaction of the caller. */
  async createWeeklyOffIn(actor: Actor, made: Omit<WeeklyOff, 'version'>, session: DbSession): Promise<WeeklyOff> {
    authorise(actor, 'employees:write');
    const weeklyOff = await this.context.db.weeklyOffs.insert(made, { session });
    await this.witnessWeeklyOff(actor, 'WEEKLY_OFF_CREATED', weeklyOff, session);
    return weeklyOff;
  }

  /** As `createWeeklyOff`. @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async removeWeeklyOff(actor: Actor, id: string, version: number): Promise<WeeklyOff> {
    return this.context.db.withTransaction((session) => this.removeWeeklyOffIn(actor, id, version, session));
  }

  /** @throws DomainError NOT_FOUND */
  async knownWeeklyOff(actor: Actor, id: string): Promise<string> {
    authorise(actor, 'employees:write');
    return (await this.context.db.weeklyOffs.getById(id)).id;
  }

  /** As `removeWeeklyOff`, in the transaction of the caller. */
  async removeWeeklyOffIn(actor: Actor, id: string, version: number, session: DbSession): Promise<WeeklyOff> {
    authorise(actor, 'employees:write');
    const weeklyOff = await this.context.db.weeklyOffs.remove(id, version, { session });
    await this.witnessWeeklyOff(actor, 'WEEKLY_OFF_REMOVED', weeklyOff, session);
    return weeklyOff;
  }

  private async witnessWeeklyOff(actor: Actor, action: string, off: WeeklyOff, session: DbSession): Promise<void> {
    const entry = auditEntry(this.context, actor, { action, target: { kind: 'WEEKLY_OFF', id: off.id } });
    await this.context.db.audit.insert(entry, { session });
    await this.days.requestRebuild(this.recent(off), action, session);
  }

  /** @throws DomainError CONFLICT if the name is taken */
  async createLeaveType(actor: Actor, input: CreateLeaveTypeInput): Promise<LeaveType> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const once = { mutation: 'createLeaveType', input, recall: (id: string) => db.leaveTypes.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { name, isPaid, colour } = input;
      const made = {
        ...this.made(),
        name: requiredText('name', name),
        isPaid,
        colour: colour?.toLowerCase() ?? null,
        isArchived: false,
      };
      const witnessed = { action: 'LEAVE_TYPE_CREATED', target: () => ({ kind: 'LEAVE_TYPE', id: made.id }), keep };
      return writeWitnessed(this.context, actor, witnessed, (session) => db.leaveTypes.insert(made, { session }));
    });
  }

  /** @throws DomainError CONFLICT if it changed since `input.version` or the name is taken; NOT_FOUND */
  async updateLeaveType(actor: Actor, { id, version, ...input }: UpdateLeaveTypeInput): Promise<LeaveType> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const change = {
      ...(input.name == null ? {} : { name: requiredText('name', input.name) }),
      ...(input.colour === undefined ? {} : { colour: input.colour?.toLowerCase() ?? null }),
      ...(input.isArchived == null ? {} : { isArchived: input.isArchived }),
    };
    const details = { fields: Object.keys(change) };
    const witnessed = { action: 'LEAVE_TYPE_UPDATED', target: () => ({ kind: 'LEAVE_TYPE', id }), details };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      db.leaveTypes.update(id, change, { version, now: now() }, { session }),
    );
  }

  private recent({ from, to }: WeeklyOff): DateRange {
    const earliest = addDays(localDateOf(this.context.now(), 'Pacific/Kiritimati'), -RECENT_DAYS);
    return { from: from !== null && from > earliest ? from : earliest, to: to ?? '9999-12-31' };
  }

  private made() {
    const at = this.context.now();
    return { id: this.context.newId(), createdAt: at, updatedAt: at };
  }

  private async knownSite(siteId: string | null | undefined): Promise<string | null> {
    if (siteId == null) return null;
    if ((await this.context.db.sites.findById(siteId)) === null) throw badInput('siteId', 'There is no such site.');
    return siteId;
  }
}
