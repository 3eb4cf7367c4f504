import { type DeviceRequest, deviceAuthorization, textOfPairing, textOfRequest } from '@rollcall/contracts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
const NONCE_BYTES = 16;

const encoder = new TextEncoder();

/** Standard base64 made fit for headers: `-` and `_`, no padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A new key pair. No script can read the private key, not even ours; it can only sign with it. */
export async function createKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
}

async function sign(privateKey: CryptoKey, text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, encoder.encode(text))));
}

/** What the API takes to pair: the public key, and a signature that shows that we hold the other half. */
export async function proofOfPairing(code: string, { publicKey, privateKey }: CryptoKeyPair) {
  const spki = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
  return { code, publicKey: spki, signature: await sign(privateKey, textOfPairing({ code, publicKey: spki })) };
}

/** @param request without what is made here @returns the `Authorization` header for this body */
export async function authorisationFor(
  privateKey: CryptoKey,
  body: string,
  request: Omit<DeviceRequest, 'bodySha256' | 'nonce'>,
): Promise<string> {
  const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  const signed = { ...request, bodySha256: await sha256Hex(body), nonce };
  return deviceAuthorization(signed, await sign(privateKey, textOfRequest(signed)));
}
