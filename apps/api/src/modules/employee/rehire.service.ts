import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, ServiceBreak } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput } from '../../services/bad-input.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { ReactivateEmployeeInput } from './rehire.inputs.js';

const LATEST = '9999-12-31';
const PURPOSE = 'FACE_RECOGNITION';

/** People who come back after they left. */
export class RehireService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * The person works here again from `firstDay` on. The days between are a break in service: nobody is absent on them. The former
   * agreement, face and PIN are over, as the text of the agreement promises (docs/adr/0154). Doing it twice changes nothing.
   *
   * @throws DomainError CONFLICT if it changed since `version` or is the second record of somebody; BAD_USER_INPUT for a first day
   * to come; NOT_FOUND
   */
  async reactivate(actor: Actor, { id, version, firstDay }: ReactivateEmployeeInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const written = await db.withTransaction(async (session) => {
      const before = await this.visible(actor, id, session);
      if (version !== before.version)
        throw new DomainError('CONFLICT', { internal: 'employee changed in the meantime' });
      if (before.status === 'ACTIVE') return null;
      if (before.mergedIntoId != null)
        throw new DomainError('CONFLICT', {
          details: { field: 'id', problem: 'Undo the merge of this record first.' },
        });
      const { leavingDate } = before;
      const gap = await this.breakOf(before, firstDay ?? null, session);
      const serviceBreaks = [...(before.serviceBreaks ?? []), ...gap];
      const change = { status: 'ACTIVE', leavingDate: null, serviceBreaks } as const;
      const employee = await db.employees.update(id, change, { version, now: now() }, { session });
      const forgotten = await this.forget(actor, id, session);
      const details = { leavingDateBefore: leavingDate, breakFrom: gap[0]?.from ?? null, breakTo: gap[0]?.to ?? null };
      const witnessed = {
        action: 'EMPLOYEE_REACTIVATED',
        target: employeeTarget(id),
        details: { ...details, ...forgotten },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      const range = leavingDate === null ? null : { from: leavingDate, to: LATEST };
      await this.days.rebuildChanged([id], range, witnessed.action, session);
      return employee;
    });
    // The keys live in another database. A try that broke off here left no template; the next registration needs a new agreement.
    if (written !== null) await db.faceTemplates.eraseKey(id, now());
    return db.employees.getById(id);
  }

  /** The dates between leaving and the first day back; none if there are none, or if nobody knows when the person left. */
  private async breakOf(
    { siteId, leavingDate }: Employee,
    asked: string | null,
    session: DbSession,
  ): Promise<readonly ServiceBreak[]> {
    const sites = await this.context.db.sites.listAll({ session });
    const site = sites.find(({ id }) => id === siteId) ?? sites[0];
    const today = localDateOf(this.context.now(), site?.timeZone ?? 'UTC');
    const firstDay = asked ?? today;
    if (firstDay > today) throw badInput('firstDay', 'This is still to come. Reactivate the person on that day.');
    if (leavingDate === null) return [];
    const from = addDays(leavingDate, 1);
    return from < firstDay ? [{ from, to: addDays(firstDay, -1) }] : [];
  }

  private async forget(actor: Actor, id: string, session: DbSession) {
    const { db, now } = this.context;
    const inForce = await db.consents.findInForce(id, PURPOSE, { session });
    if (inForce !== null) await db.consents.withdraw(id, PURPOSE, { actor: actorRef(actor), at: now() }, { session });
    const templateCount = await db.faceTemplates.deleteByEmployee(id, null, { session });
    await db.facePhotos.deleteByEmployee(id, null, { session });
    const isPinRemoved = await db.employeePins.remove(id, { session });
    return { consentId: inForce?.id ?? null, templateCount, isPinRemoved };
  }

  private async visible(actor: Actor, id: string, session: DbSession): Promise<Employee> {
    const employee = await this.context.db.employees.getById(id, { session });
    if (employee.status === 'ERASED' || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    return employee;
  }
}
