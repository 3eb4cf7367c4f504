import type { SignInResult } from './auth-requests';

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
}

export type PasskeyAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'CANCELLED' | 'NOT_FRESH' | 'ALREADY_THERE' | 'UNREACHABLE' | 'FAILED' };

const PATH = '/api/auth/passkey';
const ADDRESS = /^(\d+\.){3}\d+$|:/;

/** Keys are bound to a name, so an address of numbers has none; old browsers cannot read what the server sends. */
export function isPasskeyOffered(): boolean {
  const hasKeys = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
  return hasKeys && !ADDRESS.test(window.location.hostname);
}

/** Asks the browser for a key of this site. Null: the person closed the question. */
export async function signInWithPasskey(): Promise<SignInResult | null> {
  try {
    const options = await fetch(`${PATH}/generate-authenticate-options`);
    if (options.status === 429)
      return { outcome: 'THROTTLED', seconds: Number(options.headers.get('retry-after')) || 0 };
    if (!options.ok) return { outcome: 'UNREACHABLE' };
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json());
    const credential = await navigator.credentials.get({ publicKey: { ...publicKey, userVerification: 'required' } });
    const answer = await post('verify-authentication', { response: toJson(credential) });
    if (answer.ok) return { outcome: 'SIGNED_IN' };
    return { outcome: answer.status >= 500 ? 'UNREACHABLE' : 'KEY_REFUSED' };
  } catch (error) {
    if (isCancelled(error)) return null;
    return { outcome: error instanceof TypeError ? 'UNREACHABLE' : 'FAILED' };
  }
}

/** @param name what the person calls it, such as the phone it is on */
export async function addPasskey(name: string): Promise<PasskeyAnswer> {
  try {
    const options = await fetch(`${PATH}/generate-register-options?name=${encodeURIComponent(name)}`);
    if (options.status === 403) return { ok: false, reason: 'NOT_FRESH' };
    if (!options.ok) return { ok: false, reason: options.status >= 500 ? 'UNREACHABLE' : 'FAILED' };
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options.json());
    const credential = await navigator.credentials.create({ publicKey });
    const answer = await post('verify-registration', { response: toJson(credential), name });
    return answer.ok ? { ok: true } : { ok: false, reason: 'FAILED' };
  } catch (error) {
    if (isCancelled(error)) return { ok: false, reason: 'CANCELLED' };
    if (error instanceof DOMException && error.name === 'InvalidStateError')
      return { ok: false, reason: 'ALREADY_THERE' };
    return { ok: false, reason: error instanceof TypeError ? 'UNREACHABLE' : 'FAILED' };
  }
}

/** Null if they could not be read. */
export async function listPasskeys(): Promise<readonly Passkey[] | null> {
  try {
    const answer = await fetch(`${PATH}/list-user-passkeys`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** False if the server did not confirm it. */
export async function removePasskey(id: string): Promise<boolean> {
  return post('delete-passkey', { id }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${PATH}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

function toJson(credential: Credential | null): unknown {
  return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
}

const isCancelled = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
