import { DomainError } from '@rollcall/contracts';
import type { Request, Response } from 'express';
import type { Actor } from '../access/actor.js';
import type { Auth } from '../auth/auth.js';
import { LiveSessions } from '../auth/live-sessions.js';
import type { SecondFactorNeed } from '../auth/second-factor-need.js';
import { actorOfCookie, actorOfSession } from '../auth/session-actor.js';
import type { ApiKeyService } from '../modules/api-key/api-key.service.js';
import type { DeviceAuthService } from '../modules/device/device-auth.service.js';
import { noteRateLimit } from './rate-limit-headers.js';
import type { RateLimiter } from './rate-limiter.js';
import type { Authenticate } from './request-context.js';
import { expectBody } from './signed-body.js';

export interface AuthenticateOptions {
  readonly auth: Auth;
  readonly apiKeys: ApiKeyService;
  readonly devices: DeviceAuthService;
  readonly keyLimiter: RateLimiter;
  /** Operations with a face, of keys; they are counted elsewhere and told here. */
  readonly faceLimiter: RateLimiter;
  readonly trustedOrigins: ReadonlySet<string>;
  readonly need: SecondFactorNeed;
  readonly now: () => Date;
}

const DEVICE = /^Device /i;
const BEARER = /^Bearer +([^\s]{1,200})$/i;

export type Authenticated = Omit<Actor, 'requestId'>;

/** What came with an opened WebSocket. It is kept while the socket is open, to be checked again. */
export type SocketCredentials = { readonly authorization: string } | { readonly cookie: string | undefined };
export type AuthenticateSocket = (credentials: SocketCredentials) => Promise<Authenticated | null>;

/** A key or a signature in the header decides alone: if it is wrong, a cookie that came along does not help. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { auth, trustedOrigins, need, now } = options;
  const live = new LiveSessions(auth);
  return async (request, response) => {
    const { authorization } = request.headers;
    if (authorization === undefined)
      return actorOfSession(auth, request, response, { live, trustedOrigins, need, now });
    if (DEVICE.test(authorization)) return actorOfDevice(authorization, request, response, options);
    return actorOfKey(authorization, options, (actorId) => {
      noteRateLimit(response, 'key', options.keyLimiter.stateOf(actorId));
      noteRateLimit(response, 'faces', options.faceLimiter.stateOf(actorId));
    });
  };
}

/** The same for a socket, whose origin was looked at before. Listening does not count as use: it keeps no session alive. */
export function createAuthenticateSocket(options: AuthenticateOptions): AuthenticateSocket {
  const { auth, need, now } = options;
  return async (credentials) =>
    'authorization' in credentials
      ? actorOfKey(credentials.authorization, options)
      : actorOfCookie(auth, credentials.cookie, now, need);
}

async function actorOfKey(
  authorization: string,
  { apiKeys, keyLimiter }: AuthenticateOptions,
  tell: (actorId: string) => void = () => undefined,
): Promise<Authenticated> {
  const key = BEARER.exec(authorization)?.[1];
  if (key === undefined) throw new DomainError('UNAUTHENTICATED');
  const actor = await apiKeys.authenticate(key);
  try {
    keyLimiter.take(actor.id);
  } finally {
    tell(actor.id);
  }
  return actor;
}

/** Devices speak GraphQL and nothing else. What they signed as the body is compared when it is read. */
async function actorOfDevice(
  authorization: string,
  { method, path, originalUrl }: Request,
  response: Response,
  { devices, keyLimiter }: AuthenticateOptions,
): Promise<Authenticated> {
  if (path !== '/graphql') throw new DomainError('UNAUTHENTICATED');
  const { actor, bodySha256 } = await devices.authenticate(authorization, method, originalUrl);
  keyLimiter.take(actor.id);
  expectBody(response, bodySha256);
  return actor;
}
