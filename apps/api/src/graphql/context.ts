import { DomainError } from '@rollcall/contracts';
import type { Actor } from '../access/actor.js';
import type { Loaders } from './loaders.js';

export interface GraphQLContext {
  readonly requestId: string;
  /** Null: nobody signed in and no valid key was sent. */
  readonly actor: Actor | null;
  /** Where the request came from, behind the proxies we trust. */
  readonly clientAddress: string;
  readonly loaders: Loaders;
}

/** @throws DomainError UNAUTHENTICATED if nobody asks; the access rules have checked it before any resolver runs. */
export function actorOf(context: GraphQLContext): Actor {
  if (context.actor === null) throw new DomainError('UNAUTHENTICATED');
  return context.actor;
}
