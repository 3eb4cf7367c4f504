import type { RequestHandler } from 'express';

/**
 * Ends the connection of somebody who stops taking a file, whose export would wait for them without end. A pause in which the
 * file is still being made does not count.
 *
 * @param unreadMs so long nothing of what waits to be sent is taken
 */
export function downloadDeadline(unreadMs: number): RequestHandler {
  return (_request, response, next) => {
    response.setTimeout(unreadMs, () => {
      if (response.writableLength > 0) response.destroy();
    });
    next();
  };
}
