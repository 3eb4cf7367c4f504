import { DomainError } from '@rollcall/contracts';
import type { Authenticated, AuthenticateSocket, SocketCredentials } from '../http/authenticate.js';
import { CLOSE_CODES, LIVE_LIMITS } from './live-limits.js';
import { clientAddressOf, hasSameRights, type LiveSocket } from './live-socket.js';

export interface LiveDoorOptions {
  readonly authenticate: AuthenticateSocket;
  readonly onFault: (error: unknown) => void;
  readonly recheckMs: number;
}

/** Lets listeners in, and asks again and again whether they still may be there. */
export class LiveDoor {
  private readonly places = new Map<string, number>();

  constructor(private readonly options: LiveDoorOptions) {}

  /** @returns whether the socket may stay; if not, it was closed with the reason */
  async enter(live: LiveSocket, connectionParams: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const credentials = credentialsOf(live, connectionParams);
    const actor = await this.identify(live, credentials);
    if (actor === null || live.socket.readyState !== live.socket.OPEN) return false;
    const key = `${actor.kind}:${actor.id}`;
    const taken = this.places.get(key) ?? 0;
    if (taken >= LIVE_LIMITS.socketsPerActor) {
      live.socket.close(CLOSE_CODES.tooMany, 'Too many sockets');
      return false;
    }
    this.places.set(key, taken + 1);
    const timer = setInterval(() => void this.check(live), this.options.recheckMs);
    timer.unref();
    let isThere = true;
    const leave = (): void => {
      if (!isThere) return;
      isThere = false;
      clearInterval(timer);
      const left = (this.places.get(key) ?? 1) - 1;
      if (left > 0) this.places.set(key, left);
      else this.places.delete(key);
    };
    live.listener = { actor, credentials, leave };
    return true;
  }

  /** Whoever has lost a right, or got another one, must come in again. A check without an answer is a refusal. */
  private async check(live: LiveSocket): Promise<void> {
    const { listener, socket } = live;
    if (listener === undefined) return;
    const late = setTimeout(
      () => socket.close(CLOSE_CODES.fault, 'Could not be checked'),
      LIVE_LIMITS.recheckTimeoutMs,
    );
    const now = await this.identify(live, listener.credentials);
    clearTimeout(late);
    if (now !== null && !hasSameRights(listener.actor, now)) socket.close(CLOSE_CODES.forbidden, 'Rights have changed');
  }

  private async identify(live: LiveSocket, credentials: SocketCredentials): Promise<Authenticated | null> {
    try {
      const actor = await this.options.authenticate(credentials);
      if (actor !== null) return { ...actor, clientAddress: clientAddressOf(live.request) };
      live.socket.close(CLOSE_CODES.unauthorised, 'Unauthorized');
    } catch (error) {
      if (!(error instanceof DomainError)) this.options.onFault(error);
      const isTooMuch = error instanceof DomainError && error.code === 'RATE_LIMITED';
      const isRefusal = error instanceof DomainError && !isTooMuch;
      if (isRefusal) live.socket.close(CLOSE_CODES.unauthorised, 'Unauthorized');
      else if (isTooMuch) live.socket.close(CLOSE_CODES.tooMany, 'Too many requests');
      else live.socket.close(CLOSE_CODES.fault, 'Internal error');
    }
    return null;
  }
}

/** As in HTTP, a key that was sent decides alone. Programs send it in the first message or in the header. */
function credentialsOf(
  { request }: LiveSocket,
  params: Readonly<Record<string, unknown>> | undefined,
): SocketCredentials {
  const { authorization = request.headers.authorization } = params ?? {};
  if (authorization !== undefined) return { authorization: typeof authorization === 'string' ? authorization : '' };
  return { cookie: request.headers.cookie };
}
