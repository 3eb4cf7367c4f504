import { DomainError } from '@rollcall/contracts';
import { toNodeHandler } from 'better-auth/node';
import type { Request, RequestHandler, Response } from 'express';
import { sendError } from '../http/http-error.js';
import type { Auth } from './auth.js';
import { CLIENT_ADDRESS_HEADER } from './auth-hooks.js';

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
]);

/** A sign-in is a few hundred bytes. */
const MAX_AUTH_BODY_BYTES = 16 * 1024;

export function authRoutes(auth: Auth): RequestHandler {
  const handle = toNodeHandler(auth);
  return (request, response, next) => {
    const problem = refusal(request);
    if (problem !== null) {
      sendError(response, problem);
      return;
    }
    setClientAddress(request);
    handle(request, response).catch(next);
  };
}

function refusal(request: Request): DomainError | null {
  if (!OPEN_PATHS.has(`${request.method} ${request.path}`)) return new DomainError('NOT_FOUND');
  // Without a declared length the body could be endless.
  const length = request.headers['content-length'];
  const hasBody = length !== undefined || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !(Number(length) <= MAX_AUTH_BODY_BYTES)) return new DomainError('PAYLOAD_TOO_LARGE');
  return null;
}

/** Overwrites whatever a client claims about its address. */
export function setClientAddress(request: Request): void {
  request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? 'unknown';
}

/** Hands cookies that the session service renewed on to the browser. */
export function forwardCookies(headers: Headers, response: Response): void {
  for (const cookie of headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
}
