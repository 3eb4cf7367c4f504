import type { RequestHandler } from 'express';

/**
 * Ends the connection after the answer to a request that was forwarded. A proxy that keeps connections for the next request
 * does not always notice in time that we closed one that idled (Node's `keepAliveTimeout`, 5 s): that request is lost, and as a
 * POST it is not sent again. Next.js forwards that way, and a person reads "The server does not answer". A new connection on
 * one machine costs a tenth of a millisecond.
 */
export function closeWhenForwarded(): RequestHandler {
  return (request, response, next) => {
    if (request.headers['x-forwarded-host'] !== undefined) response.setHeader('connection', 'close');
    next();
  };
}
