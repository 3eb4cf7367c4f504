import { DomainError } from '@rollcall/contracts';
import type { ShiftAssignment } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isCalendarDate } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AssignmentService } from './assignment.service.js';
import { namedShifts, scheduleOfDay, withoutDay } from './day-of-assignment.js';
import type { MoveShiftInput } from './roster.inputs.js';

export class MoveShiftService {
  constructor(
    private readonly context: ServiceContext,
    private readonly assignments: AssignmentService,
  ) {}

  /**
   * Takes one shift of one date out of an assignment and plans it for another date, another person or both. The rest of the
   * assignment stays. Moved back, the days are as before, of which an assignment may then be in pieces.
   *
   * @returns the assignment of the one day that was made
   * @throws DomainError SHIFT_OVERLAP; BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND
   */
  async move(actor: Actor, input: MoveShiftInput): Promise<ShiftAssignment> {
    authorise(actor, 'attendance:manage');
    const { assignmentId, version, date, shiftId, employeeId, toDate } = input;
    if (!isCalendarDate(toDate)) throw badInput('toDate', 'This must be a date of the calendar, YYYY-MM-DD.');
    const { db, now, newId } = this.context;
    return db.withTransaction(async (session) => {
      const former = await db.shiftAssignments.getById(assignmentId, { session });
      const giver = await this.assignments.lockEmployee(actor, former.employeeId, session);
      const isOther = employeeId !== former.employeeId;
      const taker = isOther ? await this.assignments.lockEmployee(actor, employeeId, session) : giver;
      if (former.version !== version) throw new DomainError('CONFLICT');
      if (!namedShifts(former, date).includes(shiftId))
        throw badInput('date', 'The shift is not planned on this date.');
      if (!isOther && toDate === date) throw badInput('toDate', 'The shift is on this date already.');
      if (isOther) await this.assignments.openSite(actor, former.siteId);

      const [first, ...rest] = withoutDay(former, date, shiftId);
      const at = now();
      const own = { siteId: former.siteId, createdAt: at, updatedAt: at };
      if (first === undefined) await db.shiftAssignments.remove(assignmentId, version, { session });
      else await db.shiftAssignments.update(assignmentId, first, { version, now: at }, { session });
      for (const piece of rest)
        await db.shiftAssignments.insert({ id: newId(), employeeId: giver.id, ...piece, ...own }, { session });
      const shift = await db.shifts.getById(shiftId, { session });
      const moved = {
        ...{ id: newId(), employeeId, from: toDate, to: toDate, schedule: scheduleOfDay(shift, toDate) },
        ...own,
      };
      const written = await db.shiftAssignments.insert(moved, { session });

      await this.assignments.checkOverlap(giver, session);
      if (isOther) await this.assignments.checkOverlap(taker, session);
      const details = { shiftId, date, toDate, fromEmployeeId: giver.id, toEmployeeId: taker.id };
      for (const id of new Set([giver.id, taker.id])) {
        const witnessed = { action: 'SHIFT_MOVED', target: employeeTarget(id), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      }
      const left = { ...former, from: date, to: date };
      await this.assignments.rebuild(isOther ? [left] : [left, written], 'SHIFT_MOVED', session);
      if (isOther) await this.assignments.rebuild([written], 'SHIFT_MOVED', session);
      return written;
    });
  }
}
