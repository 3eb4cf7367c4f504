import type { Response } from 'express';
import type { RateLimitState } from './rate-limiter.js';

/**
 * Tells a caller what it may do and what is left of it, in the headers of the IETF draft (draft-ietf-httpapi-ratelimit-headers-10).
 * Each limit by its name; of the same one the last state counts.
 */
export function noteRateLimit(response: Response, name: string, state: RateLimitState): void {
  response.locals.rateLimits ??= new Map<string, RateLimitState>();
  const states: Map<string, RateLimitState> = response.locals.rateLimits;
  states.set(name, state);
  if (response.headersSent) return;
  const told = [...states];
  response.setHeader('ratelimit-policy', told.map(([of, { perMinute }]) => `"${of}";q=${perMinute};w=60`).join(', '));
  response.setHeader(
    'ratelimit',
    told.map(([of, { remaining, resetSeconds }]) => `"${of}";r=${remaining};t=${resetSeconds}`).join(', '),
  );
}
