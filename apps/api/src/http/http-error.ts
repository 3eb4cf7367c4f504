import { DomainError, ERRORS } from '@rollcall/contracts';
import type { ErrorRequestHandler, Response } from 'express';
import type { FaultLog } from './logger.js';

/** Errors outside a GraphQL operation answer in the shape of GraphQL too, so that a client reads one format. */
export function sendError(
  response: Response,
  error: DomainError,
  more: { readonly errorId?: string; readonly httpStatus?: number } = {},
): void {
  const { isRetryable } = ERRORS[error.code];
  const { errorId, httpStatus = ERRORS[error.code].httpStatus } = more;
  const extensions = {
    code: error.code,
    isRetryable,
    ...(error.details === undefined ? {} : { details: error.details }),
    ...(errorId === undefined ? {} : { errorId }),
  };
  const seconds = error.details?.retryAfterSeconds;
  if (typeof seconds === 'number') response.setHeader('retry-after', String(seconds));
  response.status(httpStatus).json({ errors: [{ message: error.message, extensions }] });
}

/** What express and its body reader throw, as an error of the registry. */
function toDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const { type, status } = error as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return new DomainError('PAYLOAD_TOO_LARGE');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new DomainError('BAD_USER_INPUT', { details: { problem: 'The body is not readable JSON.' } });
  }
  return null;
}

/** The last handler: every error that reached express leaves typed, and a fault leaves only its id. */
export function errorHandler(log: FaultLog, newId: () => string): ErrorRequestHandler {
  return (error, request, response, next) => {
    // Answered already: it took too long.
    if (response.writableEnded) return;
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = toDomainError(error);
    if (known !== null && ERRORS[known.code].kind === 'domain') {
      // The rest of a refused upload is not worth reading.
      if (known.code === 'PAYLOAD_TOO_LARGE') response.setHeader('connection', 'close');
      sendError(response, known);
      return;
    }
    const errorId = newId();
    log.fault(error, { errorId, path: request.path });
    sendError(response, known ?? new DomainError('INTERNAL_SERVER_ERROR'), { errorId });
  };
}
