import { DomainError } from '@rollcall/contracts';
import type { Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { employeeTarget, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { SetVerificationLevelInput } from './face.inputs.js';

/** Decides how sure a check of one person must be, for those who look like somebody else. */
export class VerificationLevelService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Counts from the next check on. FACE_AND_PIN may be set before there is a PIN: until then the person is refused, and told so.
   *
   * @throws DomainError NOT_FOUND; CONFLICT if somebody changed the employee in the meantime
   */
  async set(actor: Actor, { employeeId, version, level, reason }: SetVerificationLevelInput): Promise<Employee> {
    authorise(actor, 'faces:write');
    const { db, now } = this.context;
    const employee = await db.employees.findById(employeeId);
    if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    const details = { from: employee.verificationLevel ?? 'STANDARD', to: level, reason: reason?.trim() || null };
    const witnessed = { action: 'VERIFICATION_LEVEL_SET', target: () => employeeTarget(employeeId), details };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      db.employees.update(employeeId, { verificationLevel: level }, { version, now: now() }, { session }),
    );
  }
}
