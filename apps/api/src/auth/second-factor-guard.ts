import type { SecondFactor, SecondFactorRepository } from '@rollcall/db';
import { APIError, getSessionFromCtx } from 'better-auth/api';
import { CLIENT_ADDRESS_HEADER, type HookContext, tooManyTries } from './auth-hooks.js';
import { verifyPassword } from './password-hash.js';
import { recoveryCodesOf, takeAppCode } from './second-factor-records.js';
import type { SignInThrottle } from './sign-in-throttle.js';

const VERIFY_APP = '/two-factor/verify-totp';
const VERIFY_RECOVERY = '/two-factor/verify-backup-code';
const SWITCH_OFF = '/two-factor/disable';
const RENEW = '/two-factor/generate-backup-codes';
const CODE_PATHS: readonly string[] = [VERIFY_APP, VERIFY_RECOVERY, SWITCH_OFF, RENEW];
/** The library's name for the cookie of somebody whose password was right. */
const CHALLENGE_COOKIE = 'two_factor';

export type SecondFactorAction =
  | 'SECOND_FACTOR_SET_UP'
  | 'SECOND_FACTOR_SWITCHED_OFF'
  | 'SECOND_FACTOR_REFUSED'
  | 'RECOVERY_CODE_USED'
  | 'RECOVERY_CODES_RENEWED';

interface GuardOptions {
  readonly records: SecondFactorRepository;
  readonly throttle: SignInThrottle;
  readonly witness: (action: SecondFactorAction, userId: string) => Promise<void>;
}

/**
 * What the library leaves open: each code works once, tries are slowed down for signed-in people too, switching off needs a
 * code beside the password, and all of it is audited.
 */
export class SecondFactorGuard {
  constructor(private readonly options: GuardOptions) {}

  /** @throws APIError if the code must not get as far as the library */
  async before(context: HookContext): Promise<void> {
    if (!CODE_PATHS.includes(context.path ?? '')) return;
    const body = (context.body ?? {}) as Readonly<Record<string, unknown>>;
    // The library would remember the browser, or take a recovery code without signing in.
    if (body.trustDevice !== undefined || body.disableSession !== undefined) throw refused('BAD_REQUEST');
    const session = await getSessionFromCtx(context);
    const userId = session?.user.id ?? (await challengedUser(context));
    const record = userId == null ? null : await this.options.records.findOf(userId);
    // Nobody, or nothing set up: the library says so.
    if (record === null) return;
    const isSetUp = session !== null && context.path === VERIFY_APP;
    if ((isSetUp && record.isVerified) || (session !== null && context.path === VERIFY_RECOVERY))
      throw refused('BAD_REQUEST');
    const waitMs = await this.options.throttle.begin(accountOf(record.userId), addressOf(context));
    if (waitMs > 0) throw tooManyTries(waitMs);
    if (context.path === SWITCH_OFF || context.path === RENEW)
      await requirePassword(context, record.userId, body.password);
    if (await this.isRight(context, record, body.code)) return;
    if (!isSetUp) await this.options.witness('SECOND_FACTOR_REFUSED', record.userId);
    throw refused('UNAUTHORIZED');
  }

  async after(context: HookContext): Promise<void> {
    const { path = '' } = context;
    const { session, newSession } = context.context;
    const { returned } = context.context as { returned?: unknown };
    const userId = newSession?.user.id ?? session?.user.id;
    if (!CODE_PATHS.includes(path) || returned instanceof APIError || userId === undefined) return;
    await this.options.throttle.succeed(accountOf(userId), addressOf(context));
    const action = ACTIONS[path];
    // A code at the sign-in is part of the entry SIGNED_IN.
    if (action !== undefined && !(path === VERIFY_APP && session === null)) await this.options.witness(action, userId);
  }

  private async isRight(context: HookContext, record: SecondFactor, code: unknown): Promise<boolean> {
    if (typeof code !== 'string') return false;
    const key = context.context.secretConfig;
    const isOfApp = /^\d{6}$/.test(code);
    if (isOfApp && context.path !== VERIFY_RECOVERY) return takeAppCode(this.options.records, record, { code, key });
    return !isOfApp && context.path !== VERIFY_APP && (await recoveryCodesOf(record, key)).includes(code);
  }
}

const ACTIONS: Readonly<Record<string, SecondFactorAction>> = {
  [VERIFY_APP]: 'SECOND_FACTOR_SET_UP',
  [VERIFY_RECOVERY]: 'RECOVERY_CODE_USED',
  [SWITCH_OFF]: 'SECOND_FACTOR_SWITCHED_OFF',
  [RENEW]: 'RECOVERY_CODES_RENEWED',
};

const refused = (status: 'BAD_REQUEST' | 'UNAUTHORIZED') =>
  new APIError(status, { code: 'INVALID_CODE', message: 'This code is not right, or it was used before.' });

/** Counted apart from passwords: a right password must not wipe out wrong codes. */
const accountOf = (userId: string) => `second factor of ${userId}`;

const addressOf = (context: HookContext) => context.headers?.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';

/** Whose password was right a moment ago. */
async function challengedUser(context: HookContext): Promise<string | null> {
  const { context: library } = context;
  const { name } = library.createAuthCookie(CHALLENGE_COOKIE);
  const challenge = await context.getSignedCookie(name, library.secret);
  return challenge ? ((await library.internalAdapter.findVerificationValue(challenge))?.value ?? null) : null;
}

/** Before the code is looked at, so that a mistyped password does not use it up. */
async function requirePassword(context: HookContext, userId: string, password: unknown): Promise<void> {
  const accounts = await context.context.internalAdapter.findAccounts(userId);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  if (typeof password === 'string' && hash != null && (await verifyPassword({ hash, password }))) return;
  throw new APIError('BAD_REQUEST', { code: 'INVALID_PASSWORD', message: 'The password is not right.' });
}
