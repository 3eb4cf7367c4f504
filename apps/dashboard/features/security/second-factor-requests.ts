/** Requests about the own second factor, as the browser makes them. */

export type Refusal =
  | { readonly reason: 'PASSWORD' | 'CODE' | 'UNREACHABLE' | 'FAILED' }
  | { readonly reason: 'THROTTLED'; readonly seconds: number };

export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly refusal: Refusal };

export interface SetUp {
  /** `otpauth:` address with the key; apps read it from a QR code. */
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Makes a key and recovery codes. They hold from `confirmSetUp` on. */
export const startSetUp = (password: string) => ask<SetUp>('enable', { password });

export const confirmSetUp = (code: string) => ask<unknown>('verify-totp', { code: withoutSpaces(code) });

export const switchOff = (password: string, code: string) =>
  ask<unknown>('disable', { password, code: withoutSpaces(code) });

export const renewRecoveryCodes = (password: string, code: string) =>
  ask<Pick<SetUp, 'backupCodes'>>('generate-backup-codes', { password, code: withoutSpaces(code) });

/** Apps show `123 456`. */
export const withoutSpaces = (code: string) => code.replace(/\s/g, '');

/** The key in an `otpauth:` address, in groups of four. */
export const readableKey = (totpUri: string) =>
  (new URL(totpUri).searchParams.get('secret') ?? '').replace(/.{4}(?=.)/g, '$& ');

async function ask<Data>(path: string, body: object): Promise<Answer<Data>> {
  try {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`/api/auth/two-factor/${path}`, init);
    const data = await response.json();
    if (response.ok) return { ok: true, data };
    return { ok: false, refusal: refusalOf(response, data) };
  } catch {
    return { ok: false, refusal: { reason: 'UNREACHABLE' } };
  }
}

function refusalOf({ status, headers }: Response, { code }: { readonly code?: unknown }): Refusal {
  if (status === 429) return { reason: 'THROTTLED', seconds: Number(headers.get('retry-after')) || 0 };
  if (status >= 500) return { reason: 'UNREACHABLE' };
  if (code === 'INVALID_PASSWORD') return { reason: 'PASSWORD' };
  return { reason: code === 'INVALID_CODE' ? 'CODE' : 'FAILED' };
}
