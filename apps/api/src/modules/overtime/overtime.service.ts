import { DomainError } from '@rollcall/contracts';
import type { OvertimeDecision } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { badInput } from '../../services/bad-input.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { DecideOvertimeInput } from './overtime.inputs.js';

const targetOf = ({ id }: OvertimeDecision) => ({ kind: 'OVERTIME', id });

/** Overtime that needs approval is payable once somebody says how much of it. */
export class OvertimeService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Decides how much of a day's overtime may be paid, and judges the day anew, in one transaction. A later decision takes the
   * place of the former one.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no overtime to decide about, more than there is, a roster
   * that contradicts itself, so that the decision would have no effect; CONFLICT if somebody
   * decided in the meantime; DAY_CLOSED; FORBIDDEN for the own overtime, unless the actor may change employees; NOT_FOUND
   */
  async decide(actor: Actor, input: DecideOvertimeInput): Promise<OvertimeDecision> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const day = await db.dayRecords.getById(input.dayId, { session });
      const { employeeId, workDate } = day;
      const employee = await db.employees.getById(employeeId, { session });
      if (!isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
      if (actor.employeeId === employee.id && !hasScope(actor, 'employees:write'))
        throw new DomainError('FORBIDDEN', { internal: 'nobody decides about the own overtime' });
      await this.days.assertOpen(employeeId, { from: workDate, to: workDate }, session);
      const { overtime, shiftId } = this.days.verdictOf(day);
      if (overtime.approval === 'NOT_NEEDED') throw badInput('dayId', 'This day has no overtime that needs approval.');
      const { approvedMinutes } = input;
      if (approvedMinutes > overtime.minutes)
        throw badInput('approvedMinutes', 'This is more than was worked.', { max: overtime.minutes });
      const at = now();
      const change = { approvedMinutes, note: input.note?.trim() || null, decidedBy: actorRef(actor) };
      const made = { id: day.id, employeeId, workDate, shiftId, ...change, createdAt: at, updatedAt: at };
      const written =
        input.version === 0
          ? await db.overtimeDecisions.insert(made, { session })
          : await db.overtimeDecisions.update(day.id, change, { version: input.version, now: at }, { session });
      const witnessed = { action: 'OVERTIME_DECIDED', target: targetOf(written), details: { approvedMinutes } };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      const { unjudged } = await this.days.rebuildIn([employee], { from: workDate, to: workDate }, at, session);
      if (unjudged > 0)
        throw badInput('dayId', 'The shifts of this person contradict each other: mend the roster first.');
      return written;
    });
  }
}
