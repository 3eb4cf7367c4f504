import type { Role, SessionBeginning } from '@rollcall/contracts';
import type { Repositories, User } from '@rollcall/db';
import { APIError, getSessionFromCtx } from 'better-auth/api';
import type { HookContext } from './auth-hooks.js';
import { PASSKEY_SIGN_IN, SINGLE_SIGN_ON_RETURN } from './auth-paths.js';

const SET_UP_PATHS: ReadonlySet<string> = new Set([
  ...['/two-factor/enable', '/passkey/generate-register-options', '/passkey/verify-registration'],
]);

const BEGINNINGS: Readonly<Record<string, SessionBeginning>> = {
  '/sign-in/email': 'PASSWORD',
  '/two-factor/verify-totp': 'CODE',
  '/two-factor/verify-backup-code': 'CODE',
  [PASSKEY_SIGN_IN]: 'PASSKEY',
  [SINGLE_SIGN_ON_RETURN]: 'SINGLE_SIGN_ON',
};

interface SessionFacts {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** Null: of before it was noted. */
  readonly begunWith: SessionBeginning | null;
}

/** How a session begins here; one that takes the place of another (a changed password) began as that one. */
export function beginningOf(context: HookContext | null): SessionBeginning {
  const former = (context?.context.session?.session as { begunWith?: SessionBeginning } | undefined)?.begunWith;
  return BEGINNINGS[context?.path ?? ''] ?? former ?? 'PASSWORD';
}

/** Whether a session was begun with the second factor that the role needs. Asked with each request: settings hold at once. */
export class SecondFactorNeed {
  constructor(private readonly db: Pick<Repositories, 'settings' | 'users' | 'passkeys'>) {}

  async isUnmet({ userId, roles, begunWith }: SessionFacts): Promise<boolean> {
    if (begunWith === 'CODE' || begunWith === 'PASSKEY') return false;
    const { secondFactorRoles, isSecondFactorBySingleSignOn } = await this.db.settings.get();
    if (!roles.some((role) => secondFactorRoles.includes(role))) return false;
    if (begunWith === 'SINGLE_SIGN_ON') return !isSecondFactorBySingleSignOn;
    // A session of before it was noted: whoever has an app was asked for a code, or set the app up in it.
    return begunWith !== null || !(await this.db.users.getById(userId)).hasSecondFactor;
  }

  /**
   * Whether nothing that somebody signs in with would count: a role needs a second factor, and there is none.
   *
   * @param usesSingleSignOn whether the person comes through the organisation; asked where that counts
   */
  async isOutOfReach(
    { id, roles, hasSecondFactor }: User,
    usesSingleSignOn: (userId: string) => Promise<boolean>,
  ): Promise<boolean> {
    const { secondFactorRoles, isSecondFactorBySingleSignOn } = await this.db.settings.get();
    if (!roles.some((role) => secondFactorRoles.includes(role))) return false;
    if (hasSecondFactor || (await this.db.passkeys.hasAny(id))) return false;
    return !(isSecondFactorBySingleSignOn && (await usesSingleSignOn(id)));
  }

  /**
   * Whoever has one already signs in with it: otherwise a stolen password could add one of its own.
   *
   * @throws APIError FORBIDDEN
   */
  async guardSetUp(context: HookContext): Promise<void> {
    if (!SET_UP_PATHS.has(context.path ?? '')) return;
    const found = await getSessionFromCtx(context);
    if (found === null) return;
    const { id, roles } = found.user as { id: string; roles?: readonly Role[] };
    const { begunWith = null } = found.session as { begunWith?: SessionBeginning | null };
    if (!(await this.isUnmet({ userId: id, roles: roles ?? [], begunWith }))) return;
    const hasOne = (await this.db.users.getById(id)).hasSecondFactor || (await this.db.passkeys.hasAny(id));
    if (hasOne)
      throw new APIError('FORBIDDEN', {
        code: 'SECOND_FACTOR_REQUIRED',
        message: 'Sign in with the second factor that you have.',
      });
  }
}
