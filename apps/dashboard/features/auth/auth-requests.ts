/** Requests to the session service, as the browser makes them. */

export type SignInResult =
  | { readonly outcome: 'SIGNED_IN' }
  | { readonly outcome: 'WRONG' }
  | { readonly outcome: 'THROTTLED'; readonly seconds: number }
  | { readonly outcome: 'UNREACHABLE' }
  | { readonly outcome: 'FAILED' };

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Tries one address and password. The answer for an unknown address is the same as for a wrong password. */
export async function signIn(email: string, password: string, send: typeof fetch = fetch): Promise<SignInResult> {
  let response: Response;
  try {
    const body = JSON.stringify({ email, password });
    response = await send('/api/auth/sign-in/email', { method: 'POST', headers: JSON_HEADERS, body });
  } catch {
    return { outcome: 'UNREACHABLE' };
  }
  if (response.ok) return { outcome: 'SIGNED_IN' };
  if (response.status === 429) return { outcome: 'THROTTLED', seconds: secondsToWait(response.headers) };
  if (response.status >= 500) return { outcome: 'UNREACHABLE' };
  return { outcome: response.status === 401 || response.status === 400 ? 'WRONG' : 'FAILED' };
}

function secondsToWait(headers: Headers): number {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0;
}

/** Ends the session. False if the server did not confirm it. */
export async function signOut(send: typeof fetch = fetch): Promise<boolean> {
  try {
    const response = await send('/api/auth/sign-out', { method: 'POST', headers: JSON_HEADERS, body: '{}' });
    return response.ok;
  } catch {
    return false;
  }
}
