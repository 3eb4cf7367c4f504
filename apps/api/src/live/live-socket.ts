import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Actor } from '../access/actor.js';
import type { SocketCredentials } from '../http/authenticate.js';

/** What is kept beside each socket. */
export interface LiveSocket extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  listener?: Listener;
}

/** Who listens, from the moment they have proved it. */
export interface Listener {
  readonly actor: Omit<Actor, 'requestId'>;
  readonly credentials: SocketCredentials;
  /** Ends the checks and gives the place back. */
  leave(): void;
}

/** The caller's address. Only a proxy on this machine is believed about whom it speaks for, as in HTTP. */
export function clientAddressOf({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? 'unknown';
  const isProxy = /^(::ffff:)?127\./.test(peer) || peer === '::1';
  const forwarded = headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim();
  return isProxy && last ? last : peer;
}

/** True if the same proof now means the same rights: only then may a socket stay open. */
export function hasSameRights(before: Omit<Actor, 'requestId'>, now: Omit<Actor, 'requestId'>): boolean {
  const rightsOf = (actor: Omit<Actor, 'requestId'>): string =>
    JSON.stringify([
      ...[actor.kind, actor.id, actor.employeeId, actor.lacksSecondFactor ?? false, [...actor.scopes].sort()],
      actor.siteIds === null ? null : [...actor.siteIds].sort(),
      [...actor.departmentIds].sort(),
    ]);
  return rightsOf(before) === rightsOf(now);
}
