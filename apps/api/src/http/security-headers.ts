import type { RequestHandler } from 'express';

/** The API serves data, never pages: nothing it sends may be framed, sniffed, scripted or kept by a cache. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

const ONE_YEAR_SECONDS = 31_536_000;

export function securityHeaders(): RequestHandler {
  return (request, response, next) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.secure) response.setHeader('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}`);
    next();
  };
}
