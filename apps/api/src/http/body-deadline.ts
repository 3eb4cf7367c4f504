import type { Socket } from 'node:net';
import { DomainError } from '@rollcall/contracts';
import type { RequestHandler } from 'express';
import { sendError } from './http-error.js';

export interface BodyDeadline {
  /** The whole body, ms. */
  readonly wholeMs: number;
  /** A pause in it, ms. */
  readonly silenceMs: number;
}

/**
 * Gives up on a body that does not come: 408 `TIMEOUT`, and the connection ends, so whoever reads the body sees it break off.
 * The time that the answer takes is not counted.
 */
export function bodyDeadline({ wholeMs, silenceMs }: BodyDeadline): RequestHandler {
  return (request, response, next) => {
    const give = (): void => {
      stop();
      if (response.headersSent) return void request.destroy();
      response.setHeader('connection', 'close');
      response.once('finish', () => request.destroy());
      sendError(response, new DomainError('TIMEOUT'), { httpStatus: 408 });
    };
    const timer = setTimeout(give, wholeMs);
    // On the request, not on its socket: whoever listens there keeps Node from cutting it off without an answer.
    request.setTimeout(silenceMs, give);
    const stop = (): void => {
      clearTimeout(timer);
      // A request that was cut off has no socket any more, whatever its type says, and nothing to wait for.
      (request.socket as Socket | null)?.setTimeout(0);
      request.off('timeout', give);
    };
    request.once('end', stop);
    request.once('close', stop);
    next();
  };
}
