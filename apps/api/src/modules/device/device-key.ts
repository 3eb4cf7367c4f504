import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';

/** A P-256 key in SPKI takes 91 bytes. */
const SPKI_BYTES = 91;

/** Null unless the text is a P-256 public key, SPKI in base64url. */
export function readPublicKey(text: string): KeyObject | null {
  const der = Buffer.from(text, 'base64url');
  if (der.length !== SPKI_BYTES || der.toString('base64url') !== text) return null;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

/** Whether the key signed the text: ECDSA with SHA-256, `r || s` in base64url. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

let decoy: KeyObject | undefined;

/** A key that signs nothing, so that an unknown device costs the same work as a known one. */
export function decoyKey(): KeyObject {
  decoy ??= generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey;
  return decoy;
}
