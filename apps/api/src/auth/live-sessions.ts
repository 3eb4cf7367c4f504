import { createHmac, timingSafeEqual } from 'node:crypto';
import { JoinedReads } from '@rollcall/db';
import { parseCookies } from 'better-auth/cookies';
import { type Auth, SESSION_LIMITS } from './auth.js';

type LiveSession = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>;

/**
 * Sessions about which there is nothing to do but read them. The sign-in library makes a request of its own each time, which the
 * list of people spent a fifth of its processor time on (docs/adr/0119). A page asks several things at once with one session: what
 * comes while it is being read shares the next reading (docs/adr/0124).
 */
export class LiveSessions {
  private readonly found: JoinedReads<LiveSession | null>;

  constructor(private readonly auth: Auth) {
    this.found = new JoinedReads(async (token) => {
      const { internalAdapter } = await this.auth.$context;
      return (await internalAdapter.findSession(token)) as LiveSession | null;
    });
  }

  /**
   * The session of a cookie; null if the sign-in library has to be asked: a wrong signature, no such session, one that has ended or
   * is due to be renewed. Its answer to those is the one that counts.
   */
  async read(cookieHeader: string, now: Date): Promise<LiveSession | null> {
    const { authCookies, secret } = await this.auth.$context;
    const token = signedValue(parseCookies(cookieHeader).get(authCookies.sessionToken.name), secret);
    if (token === null) return null;
    const found = await this.found.read(token);
    return found !== null && isFresh(found.session.expiresAt, now) ? found : null;
  }
}

/** Whether it neither has ended nor is due to be renewed. */
function isFresh(expiresAt: Date, now: Date): boolean {
  const leftMs = expiresAt.getTime() - now.getTime();
  return leftMs > (SESSION_LIMITS.idleSeconds - SESSION_LIMITS.refreshSeconds) * 1000;
}

/** What stands before the signature: value, a full stop, HMAC-SHA256 of the value in base64. */
function signedValue(cookie: string | undefined, secret: string): string | null {
  const at = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || at < 1) return null;
  const value = cookie.slice(0, at);
  const given = Buffer.from(cookie.slice(at + 1), 'base64');
  const right = createHmac('sha256', secret).update(value).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? value : null;
}
