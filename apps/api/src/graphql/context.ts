import { DomainError } from '@rollcall/contracts';
import type { Deadline } from '@rollcall/db';
import type { Actor } from '../access/actor.js';
import type { RateLimitState } from '../http/rate-limiter.js';
import type { LiveService } from '../modules/live/live.service.js';
import type { Loaders } from './loaders.js';

export interface GraphQLContext {
  readonly requestId: string;
  /** Null: nobody signed in and no valid key was sent. */
  readonly actor: Actor | null;
  /** Where the request came from, behind the proxies we trust. */
  readonly clientAddress: string;
  readonly loaders: Loaders;
  /** Until when it may take; over HTTP only. */
  readonly deadline?: Deadline | undefined;
  /** Tells in the headers of the answer what is left of a limit; over HTTP only. */
  readonly noteRateLimit?: (name: string, state: RateLimitState) => void;
  /** What can be followed; only over a socket that stays open. */
  readonly live?: LiveService;
}

/** @throws DomainError UNAUTHENTICATED if nobody asks; the access rules have checked it before any resolver runs. */
export function actorOf(context: GraphQLContext): Actor {
  if (context.actor === null) throw new DomainError('UNAUTHENTICATED');
  return context.actor;
}

/** @throws DomainError BAD_USER_INPUT if it is asked for over HTTP */
export function liveOf({ live }: GraphQLContext): LiveService {
  if (live === undefined) throw new DomainError('BAD_USER_INPUT');
  return live;
}
