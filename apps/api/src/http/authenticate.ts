import { DomainError } from '@rollcall/contracts';
import type { Auth } from '../auth/auth.js';
import { actorOfSession } from '../auth/session-actor.js';
import type { ApiKeyService } from '../modules/api-key/api-key.service.js';
import type { RateLimiter } from './rate-limiter.js';
import type { Authenticate } from './request-context.js';

export interface AuthenticateOptions {
  readonly auth: Auth;
  readonly apiKeys: ApiKeyService;
  readonly keyLimiter: RateLimiter;
  readonly trustedOrigins: ReadonlySet<string>;
  readonly now: () => Date;
}

const BEARER = /^Bearer +([^\s]{1,200})$/i;

/** A key in the header decides alone: if it is wrong, a cookie that came along does not help. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { auth, apiKeys, keyLimiter, trustedOrigins, now } = options;
  return async (request, response) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return actorOfSession(auth, request, response, { trustedOrigins, now });
    const key = BEARER.exec(authorization)?.[1];
    if (key === undefined) throw new DomainError('UNAUTHENTICATED');
    const actor = await apiKeys.authenticate(key);
    keyLimiter.take(actor.id);
    return actor;
  };
}
