import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';

/** AES-256-GCM (NIST SP 800-38D): 32-byte key, 12-byte random nonce, 16-byte tag. */
export interface Sealed {
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly ciphertext: Buffer;
}

export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Binds a ciphertext to its place: an unambiguous encoding of the parts, the first of which names the use. */
export function associatedData(...parts: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8');
}

export function seal(key: Buffer, plaintext: Uint8Array, aad: Buffer): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ciphertext };
}

/** @throws DomainError INTERNAL_SERVER_ERROR if key, place or content is not what was sealed */
export function unseal(key: Buffer, sealed: Sealed, aad: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.tag);
    return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
  } catch (cause) {
    throw new DomainError('INTERNAL_SERVER_ERROR', {
      internal: 'A sealed value does not open: changed, moved or wrong key.',
      cause,
    });
  }
}
