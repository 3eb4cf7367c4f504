import { validateAssignments } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, RosterSchedule, ShiftAssignment } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf, readLimit } from '../../access/read-limit.js';
import { workedSiteIds } from '../../access/visible-records.js';
import { addDays, isCalendarDate } from '../../local-dates/date-range.js';
import { NO_END } from '../../local-dates/date-spans.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { AssignShiftInput, UpdateAssignmentInput } from './roster.inputs.js';

/** Whoever is planned for: an employee, also one who is only about to be entered. */
type Planned = Pick<Employee, 'id' | 'defaultShiftId'>;

export class AssignmentService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Those of one person, by first date; those of second records on the dates on which they count. @throws DomainError NOT_FOUND if the person is not there or not to be seen */
  async list(actor: Actor, employeeId: string): Promise<readonly ShiftAssignment[]> {
    const limit = readLimit(actor, 'attendance:read');
    const employee = await this.context.db.employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    const planned = await this.days.plannedAssignments(employee);
    return [...planned].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  /**
   * Gives several people the same work, all of them or none. Their days are built anew with it; of many people or long ranges the
   * older ones within seconds, by a job.
   *
   * @throws DomainError SHIFT_OVERLAP with the date and the shifts; BAD_USER_INPUT naming the field; NOT_FOUND
   */
  async assign(actor: Actor, input: AssignShiftInput): Promise<readonly ShiftAssignment[]> {
    authorise(actor, 'attendance:manage');
    const { db, now, newId } = this.context;
    const { shiftAssignments } = db;
    const recall = (ids: string[]) => Promise.all(ids.map((id) => shiftAssignments.getById(id)));
    const once = { mutation: 'assignShift', input, recall };
    return onceByKey(this.context, actor, once, async (keep) => {
      if (input.employeeIds.length === 0) throw badInput('employeeIds', 'Name at least one person.');
      const schedule = toSchedule(input);
      const [from, to] = [input.from, input.to ?? null];
      checkDates(from, to);
      const made = { from, to, schedule, siteId: await this.openSite(actor, input.siteId) };
      const at = now();
      return db.withTransaction(async (session) => {
        await this.claimShifts(schedule, session);
        const written: ShiftAssignment[] = [];
        for (const employeeId of new Set(input.employeeIds)) {
          const employee = await this.lockEmployee(actor, employeeId, session);
          const assignment = { id: newId(), employeeId, ...made, createdAt: at, updatedAt: at };
          written.push(await db.shiftAssignments.insert(assignment, { session }));
          await this.checkOverlap(employee, session);
          const witnessed = { action: 'SHIFT_ASSIGNED', target: employeeTarget(employeeId) };
          await db.audit.insert(auditEntry(this.context, actor, { ...witnessed, details: noted(assignment) }), {
            session,
          });
        }
        await this.rebuild(written, 'SHIFT_ASSIGNED', session);
        await keep(
          written.map(({ id }) => id),
          session,
        );
        return written;
      });
    });
  }

  /**
   * Changes the dates or the site. Other hours are another assignment.
   *
   * @throws DomainError SHIFT_OVERLAP; BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND
   */
  async update(actor: Actor, { id, version, ...input }: UpdateAssignmentInput): Promise<ShiftAssignment> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    const site = input.siteId === undefined ? {} : { siteId: await this.openSite(actor, input.siteId) };
    return db.withTransaction(async (session) => {
      const former = await db.shiftAssignments.getById(id, { session });
      const employee = await this.lockEmployee(actor, former.employeeId, session);
      const from = input.from ?? former.from;
      const to = input.to === undefined ? former.to : input.to;
      checkDates(from, to);
      const updated = await db.shiftAssignments.update(id, { from, to, ...site }, { version, now: now() }, { session });
      await this.checkOverlap(employee, session);
      const target = employeeTarget(former.employeeId);
      const witnessed = { action: 'SHIFT_ASSIGNMENT_UPDATED', target, details: noted(updated) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      await this.rebuild([former, updated], witnessed.action, session);
      return updated;
    });
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async remove(actor: Actor, id: string, version: number): Promise<ShiftAssignment> {
    authorise(actor, 'attendance:manage');
    const { db } = this.context;
    return db.withTransaction(async (session) => {
      const found = await db.shiftAssignments.getById(id, { session });
      const employee = await this.lockEmployee(actor, found.employeeId, session);
      await db.shiftAssignments.remove(id, version, { session });
      // Where the assignment was, the default shift is worked now.
      await this.checkOverlap(employee, session);
      const target = employeeTarget(found.employeeId);
      const witnessed = { action: 'SHIFT_ASSIGNMENT_REMOVED', target, details: noted(found) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      await this.rebuild([found], witnessed.action, session);
      return found;
    });
  }

  /** All that is planned for a person, with what second records bring along. */
  plannedOf(employee: Employee, session: DbSession): Promise<readonly ShiftAssignment[]> {
    return this.days.plannedAssignments(employee, session);
  }

  /** Every date that one of them covers, and the neighbours, whose marks may move between the shifts. */
  async rebuild(
    assignments: readonly Pick<ShiftAssignment, 'employeeId' | 'from' | 'to'>[],
    reason: string,
    session: DbSession,
  ): Promise<void> {
    const first = assignments.map(({ from }) => from).sort()[0];
    if (first === undefined) return;
    const last =
      assignments
        .map(({ to }) => to ?? NO_END)
        .sort()
        .at(-1) ?? NO_END;
    const range = { from: addDays(first, -1), to: last === NO_END ? NO_END : addDays(last, 1) };
    const ids = assignments.map(({ employeeId }) => employeeId);
    await this.days.rebuildChanged(ids, range, reason, session);
  }

  /**
   * For whoever changes an employee: call it in the transaction of the change.
   *
   * @throws DomainError BAD_USER_INPUT if there is no such shift; SHIFT_OVERLAP if it overlaps with an assignment
   */
  async checkDefaultShift(employee: Planned, session: DbSession): Promise<void> {
    const { defaultShiftId } = employee;
    if (defaultShiftId !== null) {
      const found = await this.context.db.shifts.claim([defaultShiftId], { session });
      if (found.length === 0) throw badInput('defaultShiftId', 'There is no such shift.');
    }
    await this.checkOverlap(employee, session);
  }

  /**
   * For whoever changes a shift, in the transaction of the change: nobody's hours may overlap with it.
   *
   * @throws DomainError SHIFT_OVERLAP
   */
  async checkShift(shiftId: string, session: DbSession): Promise<void> {
    for (const employee of await this.plannedWith(shiftId, session)) await this.checkOverlap(employee, session);
  }

  /** Who works a shift by an assignment, past ones too, or by default. */
  async plannedWith(shiftId: string, session: DbSession): Promise<readonly Employee[]> {
    const { db } = this.context;
    const assigned = await db.shiftAssignments.listEmployeeIdsOfShift(shiftId, { session });
    const byDefault = await db.employees.listIds({ defaultShiftId: shiftId }, { session });
    return db.employees.listByIds([...new Set([...assigned, ...byDefault])], { session });
  }

  /** @throws DomainError BAD_USER_INPUT naming what the caller wrote */
  private async claimShifts(schedule: RosterSchedule, session: DbSession): Promise<void> {
    const ids = schedule.kind === 'SHIFT' ? [schedule.shiftId] : schedule.slots.flat();
    const found = new Set(await this.context.db.shifts.claim(ids, { session }));
    if (ids.every((id) => found.has(id))) return;
    throw badInput(schedule.kind === 'SHIFT' ? 'shiftId' : 'rotationSlots', 'There is no such shift.');
  }

  /** A site that is open and that the actor works with; null: the people's own. */
  async openSite(actor: Actor, siteId: string | null | undefined): Promise<string | null> {
    if (siteId == null) return null;
    const site = await this.context.db.sites.findById(siteId);
    const own = await workedSiteIds(this.context.db, limitOf(actor));
    if (site === null || site.isArchived || !(own?.has(siteId) ?? true))
      throw badInput('siteId', 'There is no such site.');
    return siteId;
  }

  /**
   * Counts the person's version up, so that of two parallel assignments one sees the other.
   *
   * @throws DomainError NOT_FOUND for people the actor may not see
   */
  async lockEmployee(actor: Actor, id: string, session: DbSession): Promise<Employee> {
    const { db, now } = this.context;
    const employee = await db.employees.findById(id, { session });
    if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    return db.employees.update(id, {}, { version: employee.version, now: now() }, { session });
  }

  /**
   * In the transaction of the change. What a second record has is worked by the person it was merged into, and checked there.
   *
   * @throws DomainError SHIFT_OVERLAP
   */
  async checkOverlap(planned: Planned, session: DbSession): Promise<void> {
    const { db } = this.context;
    const record = await db.employees.findById(planned.id, { session });
    if (record?.mergedIntoId != null)
      return this.checkOverlap(await db.employees.getById(record.mergedIntoId, { session }), session);
    const { defaultShiftId } = planned;
    const assignments =
      record === null ? [] : await this.days.plannedAssignments({ ...record, defaultShiftId }, session);
    const shifts = await db.shifts.listAll({ session });
    validateAssignments({
      employee: { defaultShiftId },
      assignments: assignments.map(({ id: assignmentId, employeeId, from, to, schedule, siteId }) => ({
        ...{ assignmentId, employeeId, from, to, schedule, siteId },
      })),
      shifts: shifts.map(({ id: shiftId, start, end, pattern, policyId }) => ({
        ...{ shiftId, start, end, policyId, pattern: pattern as never },
      })),
    });
  }
}

/** For the record of who did what; a rotation has several shifts. */
function noted({ id, from, to, schedule }: Pick<ShiftAssignment, 'id' | 'from' | 'to' | 'schedule'>) {
  return { id, from, to, shiftId: schedule.kind === 'SHIFT' ? schedule.shiftId : null };
}

function toSchedule({ shiftId, rotationAnchorDate, rotationSlots }: AssignShiftInput): RosterSchedule {
  const isRotation = rotationAnchorDate != null && rotationSlots != null;
  if (isRotation === (shiftId != null)) throw badInput('shiftId', 'Give a shift or a rotation, exactly one of both.');
  if (shiftId != null) return { kind: 'SHIFT', shiftId };
  const slots = rotationSlots ?? [];
  if (slots.flat().length === 0) throw badInput('rotationSlots', 'At least one day must be worked.');
  return { kind: 'ROTATION', anchorDate: rotationAnchorDate ?? '', slots };
}

function checkDates(from: string, to: string | null): void {
  if (!isCalendarDate(from)) throw badInput('from', 'This must be a date of the calendar, YYYY-MM-DD.');
  if (to === null) return;
  if (!isCalendarDate(to)) throw badInput('to', 'This must be a date of the calendar, YYYY-MM-DD.');
  if (to < from) throw badInput('to', 'The assignment ends before it begins.');
}
