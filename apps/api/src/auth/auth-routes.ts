import { DomainError } from '@rollcall/contracts';
import { toNodeHandler } from 'better-auth/node';
import type { Request, RequestHandler, Response } from 'express';
import { sendError } from '../http/http-error.js';
import { noteRateLimit } from '../http/rate-limit-headers.js';
import type { RateLimiter } from '../http/rate-limiter.js';
import type { Auth } from './auth.js';
import { CLIENT_ADDRESS_HEADER } from './auth-hooks.js';
import { SIGN_IN_FAILED, SINGLE_SIGN_ON_ID, type SingleSignOn } from './single-sign-on.js';

/** The paths of the session service that are open; every other one answers as if it did not exist. */
const OPEN_PATHS: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/auth/get-session',
  'POST /api/auth/change-password',
  'GET /api/auth/list-sessions',
  'POST /api/auth/revoke-session',
  'POST /api/auth/revoke-sessions',
  'POST /api/auth/revoke-other-sessions',
  'POST /api/auth/two-factor/enable',
  'POST /api/auth/two-factor/verify-totp',
  'POST /api/auth/two-factor/verify-backup-code',
  'POST /api/auth/two-factor/generate-backup-codes',
  'POST /api/auth/two-factor/disable',
  'GET /api/auth/passkey/generate-register-options',
  'POST /api/auth/passkey/verify-registration',
  'GET /api/auth/passkey/generate-authenticate-options',
  'POST /api/auth/passkey/verify-authentication',
  'GET /api/auth/passkey/list-user-passkeys',
  'POST /api/auth/passkey/delete-passkey',
]);

/** A sign-in is a few hundred bytes. */
const MAX_AUTH_BODY_BYTES = 16 * 1024;

/** Open only where a provider is configured. */
const SINGLE_SIGN_ON_PATHS: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/social',
  `GET /api/auth/callback/${SINGLE_SIGN_ON_ID}`,
]);

/** Anyone can ask for these, and each writes a challenge. */
const CHALLENGE_PATHS: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/social',
  'GET /api/auth/passkey/generate-authenticate-options',
]);

/** Each compares a secret that somebody may be guessing. */
const PASSWORD_PATHS: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/email',
  'POST /api/auth/two-factor/verify-totp',
  'POST /api/auth/two-factor/verify-backup-code',
]);

interface AuthRouteOptions {
  /** Null: no provider is configured. */
  readonly singleSignOn: SingleSignOn | null;
  /** Counts challenges by address. */
  readonly challenges: RateLimiter;
  /** Counts passwords and codes by address, whichever account they are for. */
  readonly passwords: RateLimiter;
}

export function authRoutes(auth: Auth, { singleSignOn, challenges, passwords }: AuthRouteOptions): RequestHandler {
  const handle = toNodeHandler(auth);
  const answer = async (request: Request, response: Response): Promise<void> => {
    const path = `${request.method} ${request.path}`;
    const isSingleSignOn = singleSignOn !== null && SINGLE_SIGN_ON_PATHS.has(path);
    if (!OPEN_PATHS.has(path) && !isSingleSignOn) throw new DomainError('NOT_FOUND');
    refuseLargeBody(request);
    if (CHALLENGE_PATHS.has(path)) take('challenges', challenges, request, response);
    if (PASSWORD_PATHS.has(path)) take('passwords', passwords, request, response);
    if (isSingleSignOn && !(await singleSignOn.isReady(auth))) {
      // A browser that comes back shows whatever we answer as a page.
      if (request.method === 'GET') return response.redirect(SIGN_IN_FAILED);
      throw new DomainError('SINGLE_SIGN_ON_UNAVAILABLE');
    }
    setClientAddress(request);
    await handle(request, response);
  };
  return (request, response, next) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof DomainError) sendError(response, error);
      else next(error);
    });
  };
}

/** @throws DomainError RATE_LIMITED */
function take(name: string, limiter: RateLimiter, request: Request, response: Response): void {
  const address = request.ip ?? 'unknown';
  try {
    limiter.take(address);
  } finally {
    noteRateLimit(response, name, limiter.stateOf(address));
  }
}

/** @throws DomainError PAYLOAD_TOO_LARGE; without a declared length the body could be endless */
function refuseLargeBody(request: Request): void {
  const length = request.headers['content-length'];
  const hasBody = length !== undefined || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !(Number(length) <= MAX_AUTH_BODY_BYTES)) throw new DomainError('PAYLOAD_TOO_LARGE');
}

/** Overwrites whatever a client claims about its address. */
export function setClientAddress(request: Request): void {
  request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? 'unknown';
}

/** Hands cookies that the session service renewed on to the browser. */
export function forwardCookies(headers: Headers, response: Response): void {
  for (const cookie of headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
}
