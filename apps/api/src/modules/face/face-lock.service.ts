import type { Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { pinSubject } from '../../services/claimed-employee.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';

export class FaceLockService {
  constructor(private readonly context: ServiceContext) {}

  /** Failed attempts of this person count from zero again. @throws DomainError NOT_FOUND */
  async unlock(actor: Actor, employeeId: string): Promise<Employee> {
    authorise(actor, 'faces:write');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const employee = await db.employees.getById(employeeId, { session });
      await db.throttles.unlock(employee.id, now(), { session });
      await db.throttles.unlock(pinSubject(employee.id), now(), { session });
      const witnessed = { action: 'FACE_UNLOCKED', target: employeeTarget(employee.id) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return employee;
    });
  }
}
