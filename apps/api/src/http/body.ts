import { DomainError, LIMITS } from '@rollcall/contracts';
import express, { type RequestHandler, type Response } from 'express';
import { requestContextOf } from './request-context.js';
import { checkBody } from './signed-body.js';

/** Whoever is not known yet may send a query, but no images. */
const MAX_ANONYMOUS_REQUEST_BYTES = 256 * 1024;

/**
 * Reads the JSON body; how much is read depends on who sends it, so strangers cannot fill the memory.
 * Must run after the request context.
 */
export function readJsonBody(): RequestHandler {
  const verify = (_request: unknown, response: unknown, bytes: Uint8Array) => checkBody(response as Response, bytes);
  const forKnown = express.json({ limit: LIMITS.maxRequestBytes, strict: true, verify });
  const forStrangers = express.json({ limit: MAX_ANONYMOUS_REQUEST_BYTES, strict: true });
  return (request, response, next) => {
    const { actor } = requestContextOf(response);
    if (request.method === 'POST' && !request.is('application/json')) {
      next(new DomainError('BAD_USER_INPUT', { details: { problem: 'The body must be application/json.' } }));
      return;
    }
    const read = actor === null ? forStrangers : forKnown;
    read(request, response, (error?: unknown) => {
      const isStranger = actor === null && (error as { type?: unknown } | undefined)?.type === 'entity.too.large';
      next(isStranger ? new DomainError('UNAUTHENTICATED') : error);
    });
  };
}
