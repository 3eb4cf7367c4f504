import type { Response } from 'express';
import type { RateLimiter, RateLimitState } from './rate-limiter.js';

const POLICIES = { key: 'keyLimiter', faces: 'faceLimiter' } as const;

/**
 * Tells a key what it may do and what is left of it, in the headers of the IETF draft (draft-ietf-httpapi-ratelimit-headers-10):
 * `key` counts requests, `faces` operations with a face, as they were when this request came.
 */
export function setRateLimit(
  response: Response,
  actorId: string,
  limiters: { readonly keyLimiter: RateLimiter; readonly faceLimiter: RateLimiter },
): void {
  const states = Object.entries(POLICIES).map(([name, limiter]) => ({ name, ...limiters[limiter].stateOf(actorId) }));
  response.setHeader(
    'ratelimit-policy',
    states.map(({ name, perMinute }) => `"${name}";q=${perMinute};w=60`).join(', '),
  );
  response.setHeader('ratelimit', states.map(leftOf).join(', '));
}

const leftOf = ({ name, remaining, resetSeconds }: RateLimitState & { readonly name: string }): string =>
  `"${name}";r=${remaining};t=${resetSeconds}`;
