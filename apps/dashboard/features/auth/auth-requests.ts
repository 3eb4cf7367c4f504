/** Requests to the session service, as the browser makes them. */

export type SignInResult =
  | { readonly outcome: 'SIGNED_IN' }
  /** The password was right, and a code is asked for. */
  | { readonly outcome: 'SECOND_STEP' }
  | { readonly outcome: 'WRONG' }
  | { readonly outcome: 'CODE_WRONG' }
  /** The password has to be entered again. */
  | { readonly outcome: 'CODE_OVER' }
  | { readonly outcome: 'THROTTLED'; readonly seconds: number }
  /** The server does not know this passkey, or it did not check its owner. */
  | { readonly outcome: 'KEY_REFUSED' }
  /** The provider knows the person, and nobody here has the address. */
  | { readonly outcome: 'NO_ACCOUNT' }
  | { readonly outcome: 'PROVIDER_FAILED' }
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
  if (response.ok) {
    const { twoFactorRedirect } = (await response.json()) as { readonly twoFactorRedirect?: boolean };
    return { outcome: twoFactorRedirect ? 'SECOND_STEP' : 'SIGNED_IN' };
  }
  if (response.status === 401 || response.status === 400) return { outcome: 'WRONG' };
  return resultOfFailure(response);
}

/** Where to go on to sign in with the provider of the organisation. */
export async function startSingleSignOn(returnPath: string): Promise<{ readonly url: string } | SignInResult> {
  const paths = { callbackURL: returnPath, errorCallbackURL: '/sign-in?sso=failed' };
  try {
    const body = JSON.stringify({ provider: 'sso', ...paths, disableRedirect: true });
    const response = await fetch('/api/auth/sign-in/social', { method: 'POST', headers: JSON_HEADERS, body });
    if (response.ok) return (await response.json()) as { readonly url: string };
    return response.status === 503 ? { outcome: 'PROVIDER_FAILED' } : resultOfFailure(response);
  } catch {
    return { outcome: 'UNREACHABLE' };
  }
}

const NO_ACCOUNT: readonly (string | null)[] = ['signup_disabled', 'account_not_linked'];

/** What came back from the provider in the address of the sign-in page; null: nothing did. */
export function singleSignOnFailure(sso: string | null, error: string | null): SignInResult | null {
  if (sso === null) return null;
  return { outcome: NO_ACCOUNT.includes(error) ? 'NO_ACCOUNT' : 'PROVIDER_FAILED' };
}

/** Brings the code after a right password. */
export async function sendCode(kind: 'APP' | 'RECOVERY', code: string): Promise<SignInResult> {
  const path = kind === 'APP' ? 'verify-totp' : 'verify-backup-code';
  let response: Response;
  try {
    // Apps show `123 456`.
    const body = JSON.stringify({ code: code.replace(/\s/g, '') });
    response = await fetch(`/api/auth/two-factor/${path}`, { method: 'POST', headers: JSON_HEADERS, body });
  } catch {
    return { outcome: 'UNREACHABLE' };
  }
  if (response.ok) return { outcome: 'SIGNED_IN' };
  if (response.status !== 401) return resultOfFailure(response);
  const { code: reason } = (await response.json()) as { readonly code?: string };
  return { outcome: reason === 'INVALID_TWO_FACTOR_COOKIE' ? 'CODE_OVER' : 'CODE_WRONG' };
}

function resultOfFailure(response: Response): SignInResult {
  if (response.status === 429) return { outcome: 'THROTTLED', seconds: secondsToWait(response.headers) };
  return { outcome: response.status >= 500 ? 'UNREACHABLE' : 'FAILED' };
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
