import { DomainError } from '@rollcall/contracts';
import type { Holiday, LeaveType, WeeklyOff } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type {
  CreateHolidayInput,
  CreateLeaveTypeInput,
  CreateWeeklyOffInput,
  UpdateLeaveTypeInput,
} from './calendar.inputs.js';

const MAX_HOLIDAY_DAYS = 800;

/** What the whole organisation shares: holidays, days off, kinds of leave. Everybody may read it, HR changes it. */
export class CalendarService {
  constructor(private readonly context: ServiceContext) {}

  /** Both dates included. @throws DomainError BAD_USER_INPUT for a range that is reversed or longer than two years */
  async holidays(_actor: Actor, from: string, to: string): Promise<readonly Holiday[]> {
    if (to < from || Date.parse(to) - Date.parse(from) > MAX_HOLIDAY_DAYS * 24 * 3600 * 1000)
      throw badInput('to', 'The range ends before it begins, or is longer than two years.');
    return this.context.db.holidays.listBetween(from, to);
  }

  async weeklyOffs(_actor: Actor): Promise<readonly WeeklyOff[]> {
    return this.context.db.weeklyOffs.listAll();
  }

  async leaveTypes(_actor: Actor): Promise<readonly LeaveType[]> {
    return this.context.db.leaveTypes.listAll();
  }

  /** @throws DomainError CONFLICT if that holiday is there already; BAD_USER_INPUT for an unknown site */
  async createHoliday(actor: Actor, input: CreateHolidayInput): Promise<Holiday> {
    authorise(actor, 'employees:write');
    const { date, portion } = input;
    const siteId = await this.knownSite(input.siteId);
    const made = { ...this.made(), date, portion, name: required(input.name), siteId };
    const witnessed = { action: 'HOLIDAY_CREATED', target: () => ({ kind: 'HOLIDAY', id: made.id }) };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.holidays.insert(made, { session }),
    );
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async removeHoliday(actor: Actor, id: string, version: number): Promise<Holiday> {
    authorise(actor, 'employees:write');
    const witnessed = { action: 'HOLIDAY_REMOVED', target: () => ({ kind: 'HOLIDAY', id }) };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.holidays.remove(id, version, { session }),
    );
  }

  /** @throws DomainError BAD_USER_INPUT for an unknown site, or an end before the beginning */
  async createWeeklyOff(actor: Actor, input: CreateWeeklyOffInput): Promise<WeeklyOff> {
    authorise(actor, 'employees:write');
    const siteId = await this.knownSite(input.siteId);
    const [from, to] = [input.from ?? null, input.to ?? null];
    if (from !== null && to !== null && to < from) throw badInput('to', 'This ends before it begins.');
    const weeksOfMonth = [...new Set(input.weeksOfMonth ?? [])].sort();
    const made = { ...this.made(), weekday: input.weekday, weeksOfMonth, from, to, siteId };
    const witnessed = { action: 'WEEKLY_OFF_CREATED', target: () => ({ kind: 'WEEKLY_OFF', id: made.id }) };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.weeklyOffs.insert(made, { session }),
    );
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async removeWeeklyOff(actor: Actor, id: string, version: number): Promise<WeeklyOff> {
    authorise(actor, 'employees:write');
    const witnessed = { action: 'WEEKLY_OFF_REMOVED', target: () => ({ kind: 'WEEKLY_OFF', id }) };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.weeklyOffs.remove(id, version, { session }),
    );
  }

  /** @throws DomainError CONFLICT if the name is taken */
  async createLeaveType(actor: Actor, { name, isPaid, colour }: CreateLeaveTypeInput): Promise<LeaveType> {
    authorise(actor, 'employees:write');
    const made = {
      ...this.made(),
      name: required(name),
      isPaid,
      colour: colour?.toLowerCase() ?? null,
      isArchived: false,
    };
    const witnessed = { action: 'LEAVE_TYPE_CREATED', target: () => ({ kind: 'LEAVE_TYPE', id: made.id }) };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      this.context.db.leaveTypes.insert(made, { session }),
    );
  }

  /** @throws DomainError CONFLICT if it changed since `input.version` or the name is taken; NOT_FOUND */
  async updateLeaveType(actor: Actor, { id, version, ...input }: UpdateLeaveTypeInput): Promise<LeaveType> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const change = {
      ...(input.name == null ? {} : { name: required(input.name) }),
      ...(input.colour === undefined ? {} : { colour: input.colour?.toLowerCase() ?? null }),
      ...(input.isArchived == null ? {} : { isArchived: input.isArchived }),
    };
    const details = { fields: Object.keys(change) };
    const witnessed = { action: 'LEAVE_TYPE_UPDATED', target: () => ({ kind: 'LEAVE_TYPE', id }), details };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      db.leaveTypes.update(id, change, { version, now: now() }, { session }),
    );
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

function required(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw badInput('name', 'This must not be empty.');
  return trimmed;
}

function badInput(field: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem } });
}
