import { LIMITS } from '@rollcall/contracts';
import type { Database, SecondFactorRepository } from '@rollcall/db';
import { betterAuth } from 'better-auth';
import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Logger } from '../http/logger.js';
import { CLIENT_ADDRESS_HEADER, isSignIn, limitSessionAge, signInGuards } from './auth-hooks.js';
import { type PasskeyAction, passkeys, refuseSessionWithKey, witnessPasskeys } from './passkeys.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { passwordProblem } from './password-policy.js';
import { type SecondFactorAction, SecondFactorGuard } from './second-factor-guard.js';
import { beginningOf, type SecondFactorNeed } from './second-factor-need.js';
import { SECOND_FACTOR_OPTIONS } from './second-factor-options.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import { refuseOddStart, SIGN_IN_FAILED, SINGLE_SIGN_ON_ID } from './single-sign-on.js';

export const SESSION_LIMITS = {
  /** A session ends after this long without a request … */
  idleSeconds: 8 * 3600,
  /** … and at the latest this long after signing in. */
  absoluteSeconds: 7 * 24 * 3600,
  /** How often a used session is written, so that not every request costs a write. */
  refreshSeconds: 5 * 60,
  /** How long after signing in a passkey may be added: a session that somebody left open is not enough. */
  freshSeconds: 10 * 60,
} as const;

export const AUTH_COLLECTIONS = {
  user: 'authUsers',
  session: 'authSessions',
  account: 'authAccounts',
  verification: 'authVerifications',
  secondFactor: 'authTwoFactors',
  passkey: 'authPasskeys',
};

export type AccountAction =
  | 'SIGNED_IN'
  | 'PASSWORD_CHANGED'
  | 'SINGLE_SIGN_ON_LINKED'
  | SecondFactorAction
  | PasskeyAction;

export interface AuthOptions {
  readonly database: Database['nativeDb'];
  /** Signs the cookies; derived from the master key, at least 32 characters. */
  readonly secret: string;
  readonly baseUrl: string;
  /** Where the dashboard is served; other origins are refused. */
  readonly trustedOrigins: readonly string[];
  readonly throttle: SignInThrottle;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Logger;
  readonly secondFactors: SecondFactorRepository;
  /** Whether a code is asked for after the password of this person. */
  readonly hasSecondFactor: (userId: string) => Promise<boolean>;
  readonly need: SecondFactorNeed;
  /** Whether this person may not sign in any more. */
  readonly isDeactivated: (userId: string) => Promise<boolean>;
  /** Notes what a person did with the own account. Cannot be part of the sign-in library's writes. */
  readonly witness: (action: AccountAction, userId: string) => Promise<void>;
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** What the sign-in library says about a wrong password. */
const INVALID_SIGN_IN = { message: 'Invalid email or password', code: 'INVALID_EMAIL_OR_PASSWORD' };

/** People sign in with password, passkey or single sign-on; nobody can sign up; who a person is and may do is never theirs to edit. */
export function createAuth(options: AuthOptions) {
  const { database, secret, baseUrl, trustedOrigins, throttle, newId, now, log, witness } = options;
  const guard = new SecondFactorGuard({ records: options.secondFactors, throttle, witness });
  return betterAuth({
    appName: 'Rollcall',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins],
    database: mongodbAdapter(database),
    telemetry: { enabled: false },
    // Its limiter lives in memory and counts by address only; ours is in the hooks.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${baseUrl}${SIGN_IN_FAILED}` },
    logger: { log: (level, message) => log[level === 'error' ? 'warn' : 'debug']({ source: 'auth' }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LIMITS.minPasswordLength,
      maxPasswordLength: LIMITS.maxPasswordLength,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: AUTH_COLLECTIONS.user,
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false },
        siteIds: { type: 'string[]', required: false, input: false },
        departmentIds: { type: 'string[]', required: false, input: false },
        employeeId: { type: 'string', required: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: AUTH_COLLECTIONS.session,
      expiresIn: SESSION_LIMITS.idleSeconds,
      updateAge: SESSION_LIMITS.refreshSeconds,
      freshAge: SESSION_LIMITS.freshSeconds,
      cookieCache: { enabled: false },
      additionalFields: { begunWith: { type: 'string', required: false, input: false } },
    },
    account: {
      modelName: AUTH_COLLECTIONS.account,
      // Nobody can sign up, and owners give the addresses: what the provider calls verified is who they meant.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
      updateAccountOnSignIn: false,
    },
    verification: { modelName: AUTH_COLLECTIONS.verification },
    plugins: [twoFactor(SECOND_FACTOR_OPTIONS), passkeys(baseUrl, trustedOrigins, AUTH_COLLECTIONS.passkey)],
    advanced: {
      cookiePrefix: 'rollcall',
      // Said explicitly: by default both are off where NODE_ENV is `test`.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // Joins: a session and its person in one round trip.
      database: { generateId: newId, joins: true },
    },
    databaseHooks: {
      session: {
        create: {
          // No session begins for who may not sign in; the answer is that of a wrong password.
          before: async (session, context) => {
            if (await options.isDeactivated(session.userId)) throw new APIError('UNAUTHORIZED', INVALID_SIGN_IN);
            return { data: { ...session, begunWith: beginningOf(context) } };
          },
          after: async ({ userId }, context) => {
            if (await isSignIn(context, () => options.hasSecondFactor(userId))) await witness('SIGNED_IN', userId);
          },
        },
      },
      account: {
        create: {
          // The provider is asked who somebody is, nothing more: its tokens are not kept.
          before: async (account) => ({ data: { ...account, ...NO_TOKENS } }),
          after: async ({ userId, providerId }) => {
            if (providerId === SINGLE_SIGN_ON_ID) await witness('SINGLE_SIGN_ON_LINKED', userId);
          },
        },
        update: {
          // A reset sets it for several rows at once, names nobody here, and leaves an entry of its own.
          after: async ({ userId }: { readonly userId?: string }) => {
            if (userId !== undefined) await witness('PASSWORD_CHANGED', userId);
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        await limitSessionAge(context, SESSION_LIMITS.absoluteSeconds, now);
        await signInGuards.before(context, throttle);
        refuseWeakPassword(context);
        refuseOddStart(context);
        refuseSessionWithKey(context);
        await options.need.guardSetUp(context);
        await guard.before(context);
      }),
      after: createAuthMiddleware(async (context) => {
        await signInGuards.after(context, throttle);
        await guard.after(context);
        await witnessPasskeys(context, witness);
      }),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

function refuseWeakPassword(context: { path: string; body?: { newPassword?: unknown } }): void {
  const password = context.body?.newPassword;
  if (context.path !== '/change-password' || typeof password !== 'string') return;
  const problem = passwordProblem(password);
  if (problem !== null)
    throw new APIError('BAD_REQUEST', { code: `PASSWORD_${problem}`, message: 'Choose a longer or rarer password.' });
}
