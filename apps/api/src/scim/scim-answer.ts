import { DomainError, ERRORS } from '@rollcall/contracts';
import type { ErrorRequestHandler, Response } from 'express';
import type { FaultLog } from '../http/logger.js';
import { ScimError, toScimError } from './scim-error.js';
import { ERROR_MESSAGE, SCIM_MEDIA_TYPE } from './scim-names.js';

export function sendScim(response: Response, status: number, body: object): void {
  response.status(status).type(SCIM_MEDIA_TYPE).send(JSON.stringify(body));
}

/** Every error below `/scim` leaves in the shape of RFC 7644, 3.12; a fault leaves only its id. */
export function scimErrorHandler(faults: FaultLog, newId: () => string): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = toScimError(error, request.headers['if-match'] !== undefined);
    if (known === null) {
      const errorId = newId();
      faults.fault(error, { errorId, path: request.path });
      const detail = `${ERRORS.INTERNAL_SERVER_ERROR.message} (${errorId})`;
      sendError(response, new ScimError(500, null, detail));
      return;
    }
    const seconds = error instanceof DomainError ? error.details?.retryAfterSeconds : undefined;
    if (typeof seconds === 'number') response.setHeader('retry-after', String(seconds));
    if (known.status === 401) response.setHeader('www-authenticate', 'Bearer realm="Rollcall"');
    // The rest of a refused body is not worth reading.
    if (known.status === 413) response.setHeader('connection', 'close');
    sendError(response, known);
  };
}

function sendError(response: Response, { status, scimType, detail }: ScimError): void {
  const type = scimType === null ? {} : { scimType };
  sendScim(response, status, { schemas: [ERROR_MESSAGE], status: String(status), ...type, detail });
}
