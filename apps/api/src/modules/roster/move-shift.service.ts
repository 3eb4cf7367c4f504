import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, Shift, ShiftAssignment } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isCalendarDate } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AssignmentService } from './assignment.service.js';
import { namedShifts } from './day-of-assignment.js';
import { MovedDay } from './moved-day.js';
import type { MoveShiftInput } from './roster.inputs.js';
import { isUsualOn } from './usual-shift-off.js';

export class MoveShiftService {
  private readonly movedDay: MovedDay;

  constructor(
    private readonly context: ServiceContext,
    private readonly assignments: AssignmentService,
  ) {
    this.movedDay = new MovedDay(context);
  }

  /**
   * Takes one shift of one date out of an assignment, or the usual shift off a date, and plans it for another date, another person
   * or both. The rest of the assignment stays. Moved back, what was taken apart is joined again unless somebody changed it since.
   *
   * @returns the assignment of the moved day; moved back, the joined assignment, or the entry that was taken away
   * @throws DomainError SHIFT_OVERLAP; BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND
   */
  async move(actor: Actor, input: MoveShiftInput): Promise<ShiftAssignment> {
    authorise(actor, 'attendance:manage');
    const { date, shiftId, employeeId, toDate } = input;
    if (!isCalendarDate(toDate)) throw badInput('toDate', 'This must be a date of the calendar, YYYY-MM-DD.');
    const { db } = this.context;
    return db.withTransaction(async (session) => {
      const former = await this.formerOf(input, session);
      const giverId = former?.employeeId ?? input.fromEmployeeId ?? '';
      const giver = await this.assignments.lockEmployee(actor, giverId, session);
      const isOther = employeeId !== giverId;
      const taker = isOther ? await this.assignments.lockEmployee(actor, employeeId, session) : giver;
      if (former !== null && former.version !== input.version) throw new DomainError('CONFLICT');
      const shift = await db.shifts.findById(shiftId, { session });
      if (shift === null || !(await this.isPlanned(former, giver, shift, date, session)))
        throw badInput('date', 'The shift is not planned on this date.');
      if (!isOther && toDate === date) throw badInput('toDate', 'The shift is on this date already.');
      if (isOther && former !== null) await this.assignments.openSite(actor, former.siteId);

      const written = await this.movedDay.write({ former, giver, taker, shift, date, toDate }, session);
      await this.assignments.checkOverlap(giver, session);
      if (isOther) await this.assignments.checkOverlap(taker, session);
      const details = { shiftId, date, toDate, fromEmployeeId: giver.id, toEmployeeId: taker.id };
      for (const id of new Set([giver.id, taker.id])) {
        const witnessed = { action: 'SHIFT_MOVED', target: employeeTarget(id), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      }
      await this.rebuild(giver.id, [date, ...(isOther ? [] : [toDate])], session);
      if (isOther) await this.rebuild(taker.id, [toDate], session);
      return written;
    });
  }

  private async formerOf(
    { assignmentId, fromEmployeeId }: MoveShiftInput,
    session: DbSession,
  ): Promise<ShiftAssignment | null> {
    if ((assignmentId == null) === (fromEmployeeId == null))
      throw badInput('assignmentId', 'Name an assignment or whose usual shift it is, exactly one of both.');
    return assignmentId == null ? null : this.context.db.shiftAssignments.getById(assignmentId, { session });
  }

  /** By the assignment, or as the usual shift of the person. */
  private async isPlanned(
    former: ShiftAssignment | null,
    giver: Employee,
    shift: Shift,
    date: string,
    session: DbSession,
  ): Promise<boolean> {
    if (former !== null) return namedShifts(former, date).includes(shift.id);
    return isUsualOn(giver, await this.assignments.plannedOf(giver, session), shift, date);
  }

  private rebuild(employeeId: string, dates: readonly string[], session: DbSession): Promise<void> {
    const days = dates.map((date) => ({ employeeId, from: date, to: date }));
    return this.assignments.rebuild(days, 'SHIFT_MOVED', session);
  }
}
