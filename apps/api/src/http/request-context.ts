import { DomainError } from '@rollcall/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../access/actor.js';

export interface RequestContext {
  readonly requestId: string;
  readonly actor: Actor | null;
}

/** Finds out who asks. Throws DomainError UNAUTHENTICATED for a key or session that was sent but is not valid. */
export type Authenticate = (request: Request, response: Response) => Promise<Omit<Actor, 'requestId'> | null>;

/** Gives each request an id of ours (told in `x-request-id`) and its actor. */
export function requestContext(authenticate: Authenticate, newId: () => string): RequestHandler {
  return (request, response, next) => {
    const requestId = newId();
    response.setHeader('x-request-id', requestId);
    authenticate(request, response).then((found) => {
      const actor = found === null ? null : { ...found, requestId, clientAddress: request.ip };
      response.locals.context = { requestId, actor } satisfies RequestContext;
      next();
    }, next);
  };
}

export function requestContextOf(response: Response): RequestContext {
  const context: RequestContext | undefined = response.locals.context;
  if (context === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'no request context' });
  return context;
}
