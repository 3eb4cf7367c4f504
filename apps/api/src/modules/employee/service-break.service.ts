import { DomainError } from '@rollcall/contracts';
import type { Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { requiredText } from '../../services/bad-input.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { SetServiceBreaksInput } from './service-break.inputs.js';
import { changedDates, checkedBreaks } from './service-breaks.js';

/** Puts right when somebody did not work here, between leaving and coming back. */
export class ServiceBreakService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * The breaks of a person are these from now on, and the days that change with them are judged anew in the same transaction. Face,
   * PIN and agreement stay as they are.
   *
   * @throws DomainError BAD_USER_INPUT naming the field; DAY_CLOSED if one of the dates is finalised; CONFLICT if the person changed
   * since `version`; NOT_FOUND
   */
  async set(actor: Actor, { id, version, breaks, ...input }: SetServiceBreaksInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const reason = requiredText('reason', input.reason);
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const employee = await db.employees.findById(id, { session });
      if (employee === null || employee.status === 'ERASED' || !isVisible(limitOf(actor), employee))
        throw new DomainError('NOT_FOUND');
      const sites = await db.sites.listAll({ session });
      const site = sites.find((one) => one.id === employee.siteId) ?? sites[0];
      const serviceBreaks = checkedBreaks(employee, breaks, localDateOf(now(), site?.timeZone ?? 'UTC'));
      const before = employee.serviceBreaks ?? [];
      const changed = changedDates(before, serviceBreaks);
      for (const range of changed) await this.days.assertOpen(id, range, session);
      const written = await db.employees.update(id, { serviceBreaks }, { version, now: now() }, { session });
      const details = { before: textOf(before), after: textOf(serviceBreaks), reason };
      const witnessed = { action: 'EMPLOYEE_SERVICE_BREAKS_SET', target: employeeTarget(id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      const [from, to] = [
        changed[0]?.from,
        changed
          .map((range) => range.to)
          .sort()
          .at(-1),
      ];
      if (from !== undefined && to !== undefined) {
        // A mark at night belongs to the shift beside the break.
        const around = { from: addDays(from, -1), to: addDays(to, 1) };
        await this.days.rebuildChanged([id], around, witnessed.action, session);
      }
      return written;
    });
  }
}

const textOf = (breaks: readonly { readonly from: string; readonly to: string }[]): string =>
  breaks.map(({ from, to }) => `${from}/${to}`).join(' ');
