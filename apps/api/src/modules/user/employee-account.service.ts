import type { DbSession, User } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';

/** What becomes of the sign-ins of an employee who leaves. Called by services that were allowed to write employees. */
export class EmployeeAccountService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Ends every session of the person. An account that is good for the own records only is turned off. One with further roles
   * stays: who manages employees must not be able to lock out who manages them (docs/adr/0154).
   */
  async close(actor: Actor, employeeId: string, session: DbSession): Promise<void> {
    const { db, now } = this.context;
    for (const user of await db.users.listByEmployee(employeeId, { session })) {
      if (user.deactivatedAt !== null) continue;
      const isOwnOnly = user.roles.every((role) => role === 'EMPLOYEE');
      const sessionCount = await db.userSessions.removeOf(user.id, { session });
      if (isOwnOnly) await db.users.setDeactivated(user.id, now(), now(), { session });
      if (isOwnOnly || sessionCount > 0) await this.note(actor, user, { isOwnOnly, employeeId, sessionCount }, session);
    }
  }

  private async note(
    actor: Actor,
    { id }: User,
    { isOwnOnly, ...details }: { isOwnOnly: boolean; employeeId: string; sessionCount: number },
    session: DbSession,
  ): Promise<void> {
    const witnessed = {
      action: isOwnOnly ? 'USER_DEACTIVATED' : 'SESSION_ENDED',
      target: { kind: 'USER', id },
      details,
    };
    await this.context.db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
  }
}
