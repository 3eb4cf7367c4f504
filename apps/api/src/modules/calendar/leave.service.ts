import { DomainError } from '@rollcall/contracts';
import { type DbSession, type Employee, type Leave, type Page, serviceBreakIn } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf, readLimit, visiblePeople } from '../../access/read-limit.js';
import type { DecisionInput } from '../../graphql/decision.input.js';
import { addDays, checkRange, type DateRange } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { LeavesArgs, RequestLeaveInput } from './calendar.inputs.js';

const MAX_LEAVE_DAYS = 366;
const targetOf = ({ id }: Leave) => ({ kind: 'LEAVE', id });

export class LeaveService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Latest first. Employees see their own, managers those of their sites. Those of a person are those of second records, too. */
  async list(actor: Actor, { filter, first, after }: LeavesArgs): Promise<Page<Leave>> {
    const { employeeIds } = readLimit(actor, 'attendance:read');
    const asked = filter?.employeeId ?? null;
    const visible = await this.visibleIds(actor, employeeIds, asked);
    if (asked !== null && (visible?.includes(asked) ?? true)) {
      const ofPerson = { ...filter, employeeId: null, employeeIds: await this.recordsOf(asked) };
      return this.context.db.leaves.list(ofPerson, { first, after });
    }
    return this.context.db.leaves.list({ ...filter, employeeIds: visible }, { first, after });
  }

  /**
   * @throws DomainError BAD_USER_INPUT naming the field: a reversed or too long range, an unknown kind of leave, dates that
   * another leave of this person covers; NOT_FOUND for people the actor may not see
   */
  async request(actor: Actor, input: RequestLeaveInput): Promise<Leave> {
    const limit = readLimit(actor, 'attendance:manage');
    const { db, now, newId } = this.context;
    const employee = await this.visible(limit, input.employeeId);
    const once = { mutation: 'requestLeave', input, recall: (id: string) => db.leaves.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { leaveTypeId, from, to, portion } = input;
      checkRange({ from, to }, MAX_LEAVE_DAYS);
      checkEmployment(await this.days.employmentOf(employee), from, to);
      const type = await db.leaveTypes.findById(leaveTypeId);
      if (type === null || type.isArchived) throw badInput('leaveTypeId', 'There is no such kind of leave.');
      const at = now();
      const leave = {
        ...{ id: newId(), employeeId: employee.id, leaveTypeId, from, to, portion },
        reason: input.reason?.trim() ?? '',
        status: 'PENDING' as const,
        requestedBy: actorRef(actor),
        ...{ decidedBy: null, decidedAt: null, decisionNote: null, createdAt: at, updatedAt: at },
      };
      return writeWitnessed(
        this.context,
        actor,
        { action: 'LEAVE_REQUESTED', target: targetOf, keep },
        async (session) => {
          // Counts the person's version up, so that of two requests at once one sees the other.
          const { version } = await db.employees.getById(employee.id, { session });
          await db.employees.update(employee.id, {}, { version, now: at }, { session });
          const records = await this.recordsOf(employee.id, session);
          const others = await db.leaves.listOf(records, ['PENDING', 'APPROVED'], { from, to }, { session });
          if (others.some((other) => overlaps(other.portion, portion)))
            throw badInput('from', 'Another leave covers some of these days.');
          return db.leaves.insert(leave, { session });
        },
      );
    });
  }

  /**
   * Approves or rejects, once. An approval builds the days it covers anew, in the same transaction.
   *
   * @throws DomainError CONFLICT if somebody decided in the meantime; DAY_CLOSED if days of it are finalised; NOT_FOUND
   */
  async decide(actor: Actor, { id, version, isApproved, note }: DecisionInput): Promise<Leave> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    const leave = await db.leaves.getById(id);
    await this.visible(limitOf(actor), leave.employeeId);
    if (!mayDecide(actor, leave))
      throw new DomainError('FORBIDDEN', { internal: 'nobody decides about the own leave' });
    const at = now();
    const change = {
      status: isApproved ? ('APPROVED' as const) : ('REJECTED' as const),
      ...{ decidedBy: actorRef(actor), decidedAt: at, decisionNote: note?.trim() || null },
    };
    return db.withTransaction(async (session) => {
      const current = await db.leaves.getById(id, { session });
      if (current.status !== 'PENDING') throw new DomainError('CONFLICT', { internal: 'decided already' });
      if (isApproved) await this.days.assertOpen(leave.employeeId, leave, session);
      const written = await db.leaves.update(id, change, { version, now: at }, { session });
      const witnessed = { action: `LEAVE_${change.status}`, target: targetOf(written) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      if (isApproved) await this.rebuild(written, session);
      return written;
    });
  }

  /**
   * Takes a leave back: whoever asked while nobody decided, managers an approved one too. Its days are built anew.
   *
   * @throws DomainError CONFLICT if it changed since `version` or is over with; DAY_CLOSED if days of it are finalised;
   * FORBIDDEN for the own approved leave; NOT_FOUND
   */
  async cancel(actor: Actor, id: string, version: number): Promise<Leave> {
    const limit = readLimit(actor, 'attendance:manage');
    const { db, now } = this.context;
    const leave = await db.leaves.getById(id);
    await this.visible(limit, leave.employeeId);
    const mayUndo = mayDecide(actor, leave);
    return db.withTransaction(async (session) => {
      const former = await db.leaves.getById(id, { session });
      if (former.status === 'APPROVED' && !mayUndo)
        throw new DomainError('FORBIDDEN', { internal: 'nobody takes back the own approved leave' });
      if (former.status !== 'PENDING' && former.status !== 'APPROVED')
        throw new DomainError('CONFLICT', { internal: 'nothing to take back' });
      if (former.status === 'APPROVED') await this.days.assertOpen(leave.employeeId, former, session);
      const change = { status: 'CANCELLED' as const, decidedBy: actorRef(actor), decidedAt: now() };
      const written = await db.leaves.update(id, change, { version, now: now() }, { session });
      const witnessed = { action: 'LEAVE_CANCELLED', target: targetOf(written) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      if (former.status === 'APPROVED') await this.rebuild(written, session);
      return written;
    });
  }

  /** Its days and their neighbours: marks of a day that was worked may belong to the shift beside it. */
  private rebuild({ employeeId, from, to }: Leave, session: DbSession): Promise<void> {
    const range: DateRange = { from: addDays(from, -1), to: addDays(to, 1) };
    return this.days.rebuildChanged([employeeId], range, 'LEAVE_CHANGED', session);
  }

  /** A person's own record and those that were merged into it. */
  private async recordsOf(employeeId: string, session?: DbSession): Promise<readonly string[]> {
    const seconds = await this.context.db.employees.listMergedInto([employeeId], { session });
    return [employeeId, ...seconds.map(({ id }) => id)];
  }

  private async visible(limit: Parameters<typeof isVisible>[0], employeeId: string): Promise<Employee> {
    const employee = await this.context.db.employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    return employee;
  }

  /** Leaves carry no site, so a manager's list is narrowed down to people: the one asked for, or all of the sites and departments. */
  private async visibleIds(
    actor: Actor,
    employeeIds: readonly string[] | null,
    asked: string | null,
  ): Promise<readonly string[] | undefined> {
    if (employeeIds !== null || actor.siteIds === null) return employeeIds ?? undefined;
    const { among } = visiblePeople(limitOf(actor));
    return this.context.db.employees.listIds({ among, ids: asked === null ? undefined : [asked] });
  }
}

/** Nobody but HR decides about the own leave. */
const mayDecide = (actor: Actor, { employeeId }: Leave): boolean =>
  hasScope(actor, 'attendance:manage') && (actor.employeeId !== employeeId || hasScope(actor, 'employees:write'));

const overlaps = (a: Leave['portion'], b: Leave['portion']): boolean => a === 'FULL' || b === 'FULL' || a === b;

type Employment = Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>;

function checkEmployment(employee: Employment, from: string, to: string): void {
  const { joiningDate, leavingDate } = employee;
  if (joiningDate !== null && from < joiningDate) throw badInput('from', 'This is before the first day of work.');
  if (leavingDate !== null && to > leavingDate) throw badInput('to', 'This is after the last day of work.');
  if (serviceBreakIn(employee, from, to) !== null)
    throw badInput('from', 'This has a day between leaving and coming back.');
}
