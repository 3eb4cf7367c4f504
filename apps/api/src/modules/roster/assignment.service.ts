import { validateAssignments } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, RosterSchedule, ShiftAssignment } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit } from '../../access/read-limit.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { AssignShiftInput } from './roster.inputs.js';

export class AssignmentService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Those of one person, by first date. @throws DomainError NOT_FOUND if the person is not there or not to be seen */
  async list(actor: Actor, employeeId: string): Promise<readonly ShiftAssignment[]> {
    const limit = readLimit(actor, 'attendance:read');
    const employee = await this.context.db.employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    return this.context.db.shiftAssignments.listByEmployees([employeeId]);
  }

  /**
   * Gives several people the same work, all of them or none. Days of the last month are built anew with it.
   *
   * @throws DomainError SHIFT_OVERLAP with the date and the shifts; BAD_USER_INPUT naming the field; NOT_FOUND
   */
  async assign(actor: Actor, input: AssignShiftInput): Promise<readonly ShiftAssignment[]> {
    authorise(actor, 'attendance:manage');
    const { db, now, newId } = this.context;
    if (input.employeeIds.length === 0) throw badInput('employeeIds', 'Name at least one person.');
    const schedule = toSchedule(input);
    const at = now();
    const made = { from: input.from, to: input.to ?? null, schedule, siteId: input.siteId ?? null };
    if (made.siteId !== null && (await db.sites.findById(made.siteId)) === null)
      throw badInput('siteId', 'There is no such site.');
    const assignments = await db.withTransaction(async (session) => {
      const written: ShiftAssignment[] = [];
      for (const employeeId of new Set(input.employeeIds)) {
        const employee = await this.lockEmployee(actor, employeeId, session);
        const assignment = { id: newId(), employeeId, ...made, createdAt: at, updatedAt: at };
        await this.checkOverlap(employee, { ...assignment, version: 1 }, session);
        written.push(await db.shiftAssignments.insert(assignment, { session }));
        const witnessed = { action: 'SHIFT_ASSIGNED', target: employeeTarget(employeeId) };
        await db.audit.insert(auditEntry(this.context, actor, { ...witnessed, details: { id: assignment.id } }), {
          session,
        });
      }
      return written;
    });
    await this.days.rebuildRecent(input.employeeIds, made.from);
    return assignments;
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async remove(actor: Actor, id: string, version: number): Promise<ShiftAssignment> {
    authorise(actor, 'attendance:manage');
    const { db } = this.context;
    const removed = await db.withTransaction(async (session) => {
      const found = await db.shiftAssignments.getById(id, { session });
      await this.lockEmployee(actor, found.employeeId, session);
      await db.shiftAssignments.remove(id, version, { session });
      const witnessed = {
        action: 'SHIFT_ASSIGNMENT_REMOVED',
        target: employeeTarget(found.employeeId),
        details: { id },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return found;
    });
    await this.days.rebuildRecent([removed.employeeId], removed.from);
    return removed;
  }

  /**
   * Counts the person's version up, so that of two parallel assignments one sees the other.
   *
   * @throws DomainError NOT_FOUND for people the actor may not see
   */
  private async lockEmployee(actor: Actor, id: string, session: DbSession): Promise<Employee> {
    const { db, now } = this.context;
    const employee = await db.employees.findById(id, { session });
    const limit = { siteIds: hasScope(actor, 'attendance:manage') ? actor.siteIds : [], employeeIds: null };
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    return db.employees.update(id, {}, { version: employee.version, now: now() }, { session });
  }

  private async checkOverlap(employee: Employee, added: ShiftAssignment, session: DbSession): Promise<void> {
    const { db } = this.context;
    const others = await db.shiftAssignments.listByEmployees([employee.id], { session });
    const shifts = await db.shifts.listAll({ session });
    validateAssignments({
      employee: { defaultShiftId: employee.defaultShiftId },
      assignments: [...others, added].map(({ id, employeeId, from, to, schedule, siteId }) => ({
        ...{ assignmentId: id, employeeId, from, to, schedule, siteId },
      })),
      shifts: shifts.map(({ id, start, end, pattern, policyId }) => ({
        ...{ shiftId: id, start, end, policyId, pattern: pattern as never },
      })),
    });
  }
}

function toSchedule({ shiftId, rotationAnchorDate, rotationSlots }: AssignShiftInput): RosterSchedule {
  const isRotation = rotationAnchorDate != null && rotationSlots != null;
  if (isRotation === (shiftId != null)) throw badInput('shiftId', 'Give a shift or a rotation, exactly one of both.');
  if (shiftId != null) return { kind: 'SHIFT', shiftId };
  return { kind: 'ROTATION', anchorDate: rotationAnchorDate ?? '', slots: rotationSlots ?? [] };
}

function badInput(field: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem } });
}
