import { DomainError } from '@rollcall/contracts';
import type { DbSession, Page, PageRequest, User, UserSession } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { requireGrantable } from './grants.js';
import type { ChangeUserAccessInput } from './user.inputs.js';
import { checkedAccess } from './user-access.js';

const userTarget = (id: string) => ({ kind: 'USER', id });

/** Who can sign in and what they may do. */
export class UserService {
  constructor(private readonly context: ServiceContext) {}

  /** By e-mail. */
  async list(actor: Actor, page: PageRequest): Promise<Page<User>> {
    authorise(actor, 'users:manage');
    return this.context.db.users.list(page);
  }

  /**
   * Holds from the next request on.
   *
   * @throws DomainError NOT_FOUND, BAD_USER_INPUT, LAST_OWNER; FORBIDDEN for more than the actor may do, before or after
   */
  async changeAccess(actor: Actor, input: ChangeUserAccessInput): Promise<User> {
    authorise(actor, 'users:manage');
    requireGrantable(actor, input.roles);
    const access = await checkedAccess(this.context, input);
    const details = {
      ...{ roles: [...access.roles], siteIds: [...access.siteIds] },
      ...{ departmentIds: [...access.departmentIds], employeeId: access.employeeId },
    };
    return this.change(actor, input.userId, { action: 'USER_ACCESS_CHANGED', details }, (session) =>
      this.context.db.users.setAccess(input.userId, access, this.context.now(), { session }),
    );
  }

  /** Ends every session of the person; none can begin. @throws DomainError NOT_FOUND, FORBIDDEN, LAST_OWNER */
  async deactivate(actor: Actor, userId: string): Promise<User> {
    authorise(actor, 'users:manage');
    const { db, now } = this.context;
    return this.change(actor, userId, { action: 'USER_DEACTIVATED' }, async (session) => {
      await db.userSessions.removeOf(userId, { session });
      return db.users.setDeactivated(userId, now(), now(), { session });
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async reactivate(actor: Actor, userId: string): Promise<User> {
    authorise(actor, 'users:manage');
    const { db, now } = this.context;
    return this.change(actor, userId, { action: 'USER_REACTIVATED' }, (session) =>
      db.users.setDeactivated(userId, null, now(), { session }),
    );
  }

  /**
   * For who lost the phone and the recovery codes: the password alone opens the account again. Ends every session.
   *
   * @throws DomainError NOT_FOUND; BAD_USER_INPUT for yourself and for who has none
   */
  async resetSecondFactor(actor: Actor, userId: string): Promise<User> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    return this.change(actor, userId, { action: 'SECOND_FACTOR_RESET' }, async (session) => {
      const { hasSecondFactor } = await db.users.getById(userId, { session });
      if (!hasSecondFactor && !(await db.passkeys.hasAny(userId, { session })))
        throw badInput('userId', 'This person has no second factor and no passkey.');
      await db.secondFactors.removeOf(userId, { session });
      // Whoever holds the lost phone holds its passkeys too.
      await db.passkeys.removeOf(userId, { session });
      await db.userSessions.removeOf(userId, { session });
      return db.users.clearSecondFactor(userId, now(), { session });
    });
  }

  /** Where somebody is signed in. @throws DomainError NOT_FOUND, also for who may see only their own; FORBIDDEN */
  async listSessions(actor: Actor, userId: string): Promise<readonly UserSession[]> {
    await this.requireSelfOrManager(actor, userId);
    return this.context.db.userSessions.listOf(userId, this.context.now());
  }

  /** It opens nothing any more. @throws DomainError as listSessions */
  async endSession(actor: Actor, sessionId: string): Promise<UserSession> {
    const { db } = this.context;
    const ended = await db.userSessions.getById(sessionId);
    const { userId } = ended;
    await this.requireSelfOrManager(actor, userId);
    const witnessed = { action: 'SESSION_ENDED', target: () => userTarget(userId), details: { sessionId } };
    await writeWitnessed(this.context, actor, witnessed, (session) => db.userSessions.remove(sessionId, { session }));
    return ended;
  }

  private async requireSelfOrManager(actor: Actor, userId: string): Promise<void> {
    if (isSelf(actor, userId)) return;
    if (!hasScope(actor, 'users:manage')) throw new DomainError('NOT_FOUND');
    requireGrantable(actor, (await this.context.db.users.getById(userId)).roles);
  }

  /** Nobody changes their own access, and an owner who can sign in is always left. */
  private async change(
    actor: Actor,
    userId: string,
    witnessed: {
      readonly action: string;
      readonly details?: { readonly [key: string]: string | readonly string[] | null };
    },
    write: (session: DbSession) => Promise<User>,
  ): Promise<User> {
    if (isSelf(actor, userId))
      throw badInput('userId', 'You cannot change your own access. Ask somebody else who may.');
    const { db } = this.context;
    return writeWitnessed(this.context, actor, { ...witnessed, target: () => userTarget(userId) }, async (session) => {
      requireGrantable(actor, (await db.users.getById(userId, { session })).roles);
      const changed = await write(session);
      await db.users.requireAnOwner({ session });
      return changed;
    });
  }
}

const isSelf = (actor: Actor, userId: string) => actor.kind === 'USER' && actor.id === userId;
