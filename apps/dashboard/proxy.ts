import { ERRORS, LIMITS } from '@rollcall/contracts';
import { type NextRequest, NextResponse } from 'next/server';
import { apiOrigin, isDevelopment } from './env';
import { isApiPath } from './lib/http/api-paths';
import { contentSecurityPolicy } from './lib/http/content-security-policy';

/** Runs before every request: sends the API's paths to the API, and gives each page its own nonce. */
export function proxy(request: NextRequest): NextResponse {
  return isApiPath(request.nextUrl.pathname) ? toApi(request) : toPage(request);
}

function toApi(request: NextRequest): NextResponse {
  // A longer body would be cut off on the way and arrive as damaged JSON.
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.maxRequestBytes) {
    const { httpStatus, message } = ERRORS.PAYLOAD_TOO_LARGE;
    const error = { message, extensions: { code: 'PAYLOAD_TOO_LARGE' } };
    return NextResponse.json({ errors: [error] }, { status: httpStatus });
  }
  return NextResponse.rewrite(new URL(request.nextUrl.pathname + request.nextUrl.search, apiOrigin()));
}

function toPage(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({ nonce, isDevelopment: isDevelopment() });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|icon.svg).*)'] };
