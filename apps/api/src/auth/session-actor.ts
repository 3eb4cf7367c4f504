import { DomainError, ROLES, type Role, type SessionBeginning } from '@rollcall/contracts';
import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import type { Actor } from '../access/actor.js';
import { scopesOfRoles } from '../access/role-scopes.js';
import { siteIdsOfUser } from '../access/user-sites.js';
import { type Auth, SESSION_LIMITS } from './auth.js';
import { isTooOld } from './auth-hooks.js';
import { forwardCookies, setClientAddress } from './auth-routes.js';
import type { LiveSessions } from './live-sessions.js';
import type { SecondFactorNeed } from './second-factor-need.js';

interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles?: readonly string[] | null;
  readonly siteIds?: readonly string[] | null;
  readonly departmentIds?: readonly string[] | null;
  readonly employeeId?: string | null;
  readonly deactivatedAt?: Date | null;
}

type Need = Pick<SecondFactorNeed, 'isUnmet'>;

/** The person behind a session cookie; null without a live session. Renewed cookies go onto the response. */
export async function actorOfSession(
  auth: Auth,
  request: Request,
  response: Response,
  options: {
    readonly live: LiveSessions;
    readonly trustedOrigins: ReadonlySet<string>;
    readonly need: Need;
    readonly now: () => Date;
  },
): Promise<Omit<Actor, 'requestId'> | null> {
  if (request.headers.cookie === undefined) return null;
  const { found, headers } = await sessionOf(auth, request, request.headers.cookie, options);
  if (found === null) return null;
  if (isTooOld(found.session.createdAt, SESSION_LIMITS.absoluteSeconds, options.now())) {
    await (await auth.$context).internalAdapter.deleteSession(found.session.token);
    return null;
  }
  if (found.user.deactivatedAt != null) return null;
  refuseForeignOrigin(request, options.trustedOrigins);
  if (headers !== null) forwardCookies(headers, response);
  return withNeed(found, options.need);
}

/** With the headers of the sign-in library, if it was asked. */
async function sessionOf(
  auth: Auth,
  request: Request,
  cookie: string,
  { live, now }: { readonly live: LiveSessions; readonly now: () => Date },
) {
  const read = await live.read(cookie, now());
  if (read !== null) return { found: read, headers: null };
  setClientAddress(request);
  const { response, headers } = await auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  });
  return { found: response, headers };
}

/** As `actorOfSession` for a socket that stays open: reads only, renews nothing. */
export async function actorOfCookie(
  auth: Auth,
  cookie: string | undefined,
  now: () => Date,
  need: Need,
): Promise<Omit<Actor, 'requestId'> | null> {
  if (cookie === undefined) return null;
  const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } });
  if (found === null || isTooOld(found.session.createdAt, SESSION_LIMITS.absoluteSeconds, now())) return null;
  return found.user.deactivatedAt == null ? withNeed(found, need) : null;
}

async function withNeed({ user, session }: { user: SessionUser; session: { readonly id: string } }, need: Need) {
  const actor = toActor(user);
  const { begunWith = null } = session as { begunWith?: SessionBeginning | null };
  return {
    ...actor,
    sessionId: session.id,
    lacksSecondFactor: await need.isUnmet({ userId: actor.id, roles: actor.roles, begunWith }),
  };
}

/** A page of another site must not act with the cookie of ours, whatever the browser makes of SameSite. */
function refuseForeignOrigin(request: Request, trustedOrigins: ReadonlySet<string>): void {
  const { origin } = request.headers;
  if (origin !== undefined && !trustedOrigins.has(origin)) {
    throw new DomainError('FORBIDDEN', { internal: `request with a session from origin ${origin}` });
  }
}

export function toActor(user: SessionUser): Omit<Actor, 'requestId'> {
  const roles = (user.roles ?? []).filter((role): role is Role => (ROLES as readonly string[]).includes(role));
  const siteIds = siteIdsOfUser(roles, user.siteIds ?? []);
  return {
    kind: 'USER',
    id: user.id,
    name: user.name,
    email: user.email,
    roles,
    scopes: scopesOfRoles(roles),
    padPolicy: 'REFUSE',
    siteIds,
    departmentIds: siteIds === null ? [] : (user.departmentIds ?? []),
    employeeId: user.employeeId ?? null,
  };
}
