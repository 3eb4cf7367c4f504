import { APIError, getSessionFromCtx } from 'better-auth/api';
import { PASSKEY_SIGN_IN, SINGLE_SIGN_ON_RETURN } from './auth-paths.js';
import type { SignInThrottle } from './sign-in-throttle.js';

/** Set by us on each request from the address express found; what a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-rollcall-client-address';

export type HookContext = Parameters<typeof getSessionFromCtx>[0] & { path?: string; body?: unknown };

/** Paths where a password is tried. */
const PASSWORD_PATHS: ReadonlySet<string> = new Set([
  ...['/sign-in/email', '/change-password'],
  ...['/two-factor/enable', '/two-factor/disable', '/two-factor/generate-backup-codes'],
]);

/**
 * A session older than the absolute limit ends now, whatever it was used for. Where this program itself asks who somebody is
 * (`session-actor.ts`, no HTTP request of the library's), the age is looked at there: it would be read twice with each request.
 */
export async function limitSessionAge(context: HookContext, absoluteSeconds: number, now: () => Date): Promise<void> {
  if (context.path === '/sign-in/email' || context.headers === undefined) return;
  if (context.path === '/get-session' && context.request === undefined) return;
  const found = await getSessionFromCtx(context);
  if (found === null || !isTooOld(found.session.createdAt, absoluteSeconds, now())) return;
  await context.context.internalAdapter.deleteSession(found.session.token);
  context.context.session = null;
}

export function isTooOld(createdAt: Date, absoluteSeconds: number, at: Date): boolean {
  return at.getTime() - new Date(createdAt).getTime() >= absoluteSeconds * 1000;
}

/** A new session may also stand in for an old one, or wait for the second factor. */
export async function isSignIn(context: HookContext | null, hasSecondFactor: () => Promise<boolean>): Promise<boolean> {
  if (context?.path === '/sign-in/email') return !(await hasSecondFactor());
  if (context?.path === PASSKEY_SIGN_IN || context?.path === SINGLE_SIGN_ON_RETURN) return true;
  const isCode = context?.path === '/two-factor/verify-totp' || context?.path === '/two-factor/verify-backup-code';
  return isCode && context?.context.session == null;
}

async function subjectOf(context: HookContext): Promise<{ account: string; address: string } | null> {
  if (!PASSWORD_PATHS.has(context.path ?? '')) return null;
  const address = context.headers?.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  const email = (context.body as { email?: unknown } | undefined)?.email;
  if (context.path === '/sign-in/email')
    return typeof email === 'string' ? { account: email.toLowerCase(), address } : null;
  const found = await getSessionFromCtx(context);
  return found === null ? null : { account: found.user.email, address };
}

export function tooManyTries(waitMs: number): APIError {
  const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
  const problem = { code: 'RATE_LIMITED', message: 'Too many attempts. Wait a moment and try again.' };
  return new APIError('TOO_MANY_REQUESTS', problem, headers);
}

/** The same for known and unknown accounts: who guesses learns nothing from being slowed down. */
export const signInGuards = {
  async before(context: HookContext, throttle: SignInThrottle): Promise<void> {
    const subject = await subjectOf(context);
    if (subject === null) return;
    const waitMs = await throttle.begin(subject.account, subject.address);
    if (waitMs > 0) throw tooManyTries(waitMs);
  },

  async after(context: HookContext, throttle: SignInThrottle): Promise<void> {
    const subject = await subjectOf(context);
    const { returned } = context.context as { returned?: unknown };
    if (subject !== null && !(returned instanceof APIError)) await throttle.succeed(subject.account, subject.address);
  },
};
