import { DomainError } from '@rollcall/contracts';
import {
  type AttendanceEvent,
  type DbSession,
  type Employee,
  isEmployedOn,
  type MarkDispute,
  type Page,
} from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { DisputeMarkInput, DisputesArgs, ResolveDisputeInput } from './dispute.inputs.js';
import { markForActual, markTakenBack } from './dispute-events.js';

const targetOf = ({ id }: MarkDispute) => ({ kind: 'MARK_DISPUTE', id });

/** "It was not this person": raised by who leads people, decided once, and then written as marks that replace marks. */
export class DisputeService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Newest first; of the own sites. */
  async list(actor: Actor, { filter, first, after }: DisputesArgs): Promise<Page<MarkDispute>> {
    authorise(actor, 'attendance:read');
    const { among } = await visibleRecords(this.context.db, limitOf(actor));
    return this.context.db.markDisputes.list({ ...filter, among }, { first, after });
  }

  /**
   * Puts a mark in question. It counts until somebody decides.
   *
   * @throws DomainError NOT_FOUND for a mark or a person the actor may not see; BAD_USER_INPUT naming the field; CONFLICT if the mark
   * counts no more or is in question already; FORBIDDEN for the own mark, unless the actor may change employees
   */
  async raise(actor: Actor, input: DisputeMarkInput): Promise<MarkDispute> {
    authorise(actor, 'attendance:manage');
    const { db, now, newId } = this.context;
    const reason = requiredText('reason', input.reason);
    const event = await db.attendanceEvents.getById(input.eventId);
    const employee = await this.visible(actor, event.employeeId);
    const actual = input.actualEmployeeId == null ? null : await this.visible(actor, input.actualEmployeeId);
    if (actual?.id === employee.id) throw badInput('actualEmployeeId', 'That is the person the mark counts for.');
    const once = { mutation: 'disputeMark', input, recall: (id: string) => db.markDisputes.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      if (event.isVoid) throw badInput('eventId', 'This takes a mark back and is none itself.');
      assertNotOwn(actor, [employee, actual]);
      const at = now();
      const { id: eventId, localDate } = event;
      const dispute = {
        ...{ id: newId(), eventId, employeeId: employee.id, siteId: employee.siteId, localDate, reason },
        ...{ actualEmployeeId: actual?.id ?? null, status: 'OPEN' as const, raisedBy: actorRef(actor) },
        ...{ decidedBy: null, decidedAt: null, decisionNote: null, voidEventId: null, actualEventId: null },
        ...{ createdAt: at, updatedAt: at },
      };
      const details = { eventId, employeeId: employee.id, actualEmployeeId: dispute.actualEmployeeId };
      return writeWitnessed(
        this.context,
        actor,
        { action: 'MARK_DISPUTED', target: targetOf, details, keep },
        async (session) => {
          if ((await db.attendanceEvents.findReplacementOf(eventId, { session })) !== null)
            throw new DomainError('CONFLICT', { internal: 'the mark was replaced already' });
          return db.markDisputes.insert(dispute, { session });
        },
      );
    });
  }

  /**
   * Decides, once. Upheld, an event takes the mark back, another one stands for who made it if that was said, and the days of both
   * are built anew, all in one transaction.
   *
   * @throws DomainError CONFLICT if somebody decided or the mark was corrected in the meantime; DAY_CLOSED; NOT_FOUND; FORBIDDEN for the
   * own mark, unless the actor may change employees; BAD_USER_INPUT if the other person did not work here on that date
   */
  async resolve(actor: Actor, { id, version, isUpheld, note }: ResolveDisputeInput): Promise<MarkDispute> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const dispute = await db.markDisputes.getById(id, { session });
      const employee = await this.visible(actor, dispute.employeeId, session);
      const { actualEmployeeId } = dispute;
      const actual = actualEmployeeId === null ? null : await this.visible(actor, actualEmployeeId, session);
      assertNotOwn(actor, [employee, actual]);
      if (dispute.status !== 'OPEN') throw new DomainError('CONFLICT', { internal: 'decided already' });
      const written = isUpheld ? await this.takeBack(actor, dispute, employee, actual, session) : NOTHING_WRITTEN;
      const change = {
        status: isUpheld ? ('UPHELD' as const) : ('REJECTED' as const),
        ...{ decidedBy: actorRef(actor), decidedAt: now(), decisionNote: note?.trim() || null },
        ...written,
      };
      const decided = await db.markDisputes.update(id, change, { version, now: change.decidedAt }, { session });
      const details = { eventId: dispute.eventId, employeeId: employee.id, ...written };
      const witnessed = { action: `MARK_DISPUTE_${change.status}`, target: targetOf(decided), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return decided;
    });
  }

  private async takeBack(
    actor: Actor,
    { eventId, localDate }: MarkDispute,
    employee: Employee,
    actual: Employee | null,
    session: DbSession,
  ): Promise<Written> {
    const { db, now, newId } = this.context;
    const event = await db.attendanceEvents.getById(eventId, { session });
    const recordedAt = now();
    const by = { actor: actorRef(actor), recordedAt };
    const taken = markTakenBack(event, { id: newId(), ...by });
    const moved = actual && markForActual(event, actual, { id: newId(), ...by });
    await this.write(taken, employee, session);
    if (actual !== null && moved !== null) {
      checkEmployed(actual, localDate);
      await this.write(moved, actual, session);
    }
    return { voidEventId: taken.id, actualEventId: moved?.id ?? null };
  }

  private async write(event: AttendanceEvent, employee: Employee, session: DbSession): Promise<void> {
    const { localDate, recordedAt } = event;
    await this.days.assertOpen(employee.id, { from: localDate, to: localDate }, session);
    await this.context.db.attendanceEvents.insert(event, { session });
    await this.days.rebuildAround(employee, localDate, recordedAt, session);
  }

  private async visible(actor: Actor, id: string, session?: DbSession): Promise<Employee> {
    const employee = await this.context.db.employees.findById(id, session && { session });
    if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    return employee;
  }
}

type Written = Pick<MarkDispute, 'voidEventId' | 'actualEventId'>;
const NOTHING_WRITTEN: Written = { voidEventId: null, actualEventId: null };

function assertNotOwn(actor: Actor, people: readonly (Employee | null)[]): void {
  if (people.some((person) => person?.id === actor.employeeId) && !hasScope(actor, 'employees:write'))
    throw new DomainError('FORBIDDEN', { internal: 'nobody decides about the own marks' });
}

function checkEmployed(employee: Employee, date: string): void {
  if (!isEmployedOn(employee, date)) throw badInput('actualEmployeeId', 'This person did not work here on that date.');
}
