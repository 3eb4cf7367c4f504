/**
 * What a paired device signs, and how it tells so. Keys are P-256; a signature is ECDSA with SHA-256 as `r || s` (64 bytes) in
 * base64url, as WebCrypto makes it. Device and server build the same text from here (docs/adr/0136).
 */

export const DEVICE_LIMITS = {
  /** How far the time in a signature may lie from ours, either way. */
  clockSkewMs: 120_000,
  /** How long a pairing code works. */
  pairingCodeMs: 600_000,
} as const;

/** Without letters and digits that look alike; 30 to the power of 8 codes. */
export const PAIRING_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const PAIRING_CODE_LENGTH = 8;

/** A request as it is signed. */
export interface DeviceRequest {
  readonly deviceId: string;
  readonly method: string;
  /** Path and query, as they arrive at the API. */
  readonly path: string;
  /** SHA-256 of the body, 64 hexadecimal digits in small letters. */
  readonly bodySha256: string;
  /** The time of the signature, as far as the device knows the server's: milliseconds since 1970. */
  readonly timeMs: number;
  /** What its own clock shows: milliseconds since 1970. Kept as its offset, and believed for nothing. */
  readonly clockMs: number;
  /** 16 random bytes in base64url; never twice. */
  readonly nonce: string;
}

/** The text that the key of the device signs for a request. */
export function textOfRequest(request: DeviceRequest): string {
  const { deviceId, method, path, bodySha256, timeMs, clockMs, nonce } = request;
  return ['rollcall-device-request-v1', deviceId, method, path, bodySha256, timeMs, clockMs, nonce].join('\n');
}

/** The text that a new key signs to show that the device holds it. `publicKey` is SPKI in base64url. */
export function textOfPairing({ code, publicKey }: { readonly code: string; readonly publicKey: string }): string {
  return ['rollcall-device-pairing-v1', code, publicKey].join('\n');
}

/** The value of the `Authorization` header. */
export function deviceAuthorization(request: DeviceRequest, signature: string): string {
  const { deviceId, bodySha256, timeMs, clockMs, nonce } = request;
  return `Device id=${deviceId},time=${timeMs},clock=${clockMs},body=${bodySha256},nonce=${nonce},signature=${signature}`;
}

const AUTHORIZATION =
  /^Device id=([\w-]{1,64}),time=(\d{13}),clock=(\d{13}),body=([0-9a-f]{64}),nonce=([\w-]{22}),signature=([\w-]{86})$/;

export interface DeviceCredentials extends Omit<DeviceRequest, 'method' | 'path'> {
  readonly signature: string;
}

/** Null: it is not what `deviceAuthorization` writes. */
export function readDeviceAuthorization(header: string): DeviceCredentials | null {
  const [, deviceId, time, clock, bodySha256, nonce, signature] = AUTHORIZATION.exec(header) ?? [];
  if (deviceId === undefined || bodySha256 === undefined || nonce === undefined || signature === undefined) return null;
  return { deviceId, timeMs: Number(time), clockMs: Number(clock), bodySha256, nonce, signature };
}

/** A code as it was typed: small letters, spaces and hyphens are forgiven. */
export function normalisePairingCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
