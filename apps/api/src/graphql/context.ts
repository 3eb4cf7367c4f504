import { DomainError } from '@rollcall/contracts';
import type { Actor } from '../access/actor.js';
import type { LiveService } from '../modules/live/live.service.js';
import type { Loaders } from './loaders.js';

export interface GraphQLContext {
  readonly requestId: string;
  /** Null: nobody signed in and no valid key was sent. */
  readonly actor: Actor | null;
  /** Where the request came from, behind the proxies we trust. */
  readonly clientAddress: string;
  readonly loaders: Loaders;
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
