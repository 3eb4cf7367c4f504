import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.js';

/** `GET /metrics`, for who sends `Authorization: Bearer` with the token of the settings. */
export function sendMetrics(metrics: Metrics, token: string): RequestHandler {
  const right = digestOf(`Bearer ${token}`);
  return (request, response, next) => {
    // Digests, so that lengths are equal and tell nothing.
    if (!timingSafeEqual(digestOf(request.headers.authorization ?? ''), right))
      return next(new DomainError('UNAUTHENTICATED'));
    response.setHeader('cache-control', 'no-store');
    metrics.read().then(({ contentType, text }) => void response.type(contentType).send(text), next);
  };
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
