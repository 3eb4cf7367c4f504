import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import { associatedData, KEY_BYTES } from '../crypto/aead.js';

/** Plain bytes in a frame; the last one may be shorter. */
export const FRAME_BYTES = 255 * 1024;
export const FRAME_TAG_BYTES = 16;
export const SALT_BYTES = 16;
const IV_BYTES = 12;

export interface FramePlace {
  readonly blobId: string;
  readonly index: number;
  readonly isLast: boolean;
}

const placeOf = ({ blobId, index, isLast }: FramePlace): Buffer =>
  associatedData('rollcall.blob.v1', blobId, index, isLast ? 1 : 0);

/** A frame's number is its nonce: no two frames share key and nonce, since every blob has a key of its own. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(IV_BYTES);
  nonce.writeUIntBE(index, IV_BYTES - 6, 6);
  return nonce;
}

/** HKDF-SHA-256 (RFC 5869) of the store's key with a random salt of the blob. */
export function blobKey(storeKey: Buffer, blobId: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', storeKey, salt, `rollcall.blob.v1:${blobId}`, KEY_BYTES));
}

/** AES-256-GCM; the tag stands behind the ciphertext. */
export function sealFrame(key: Buffer, plain: Uint8Array, place: FramePlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place.index), { authTagLength: FRAME_TAG_BYTES });
  cipher.setAAD(placeOf(place));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws DomainError INTERNAL_SERVER_ERROR if the frame was changed, moved or cut, or the key is another one */
export function openFrame(key: Buffer, sealed: Uint8Array, place: FramePlace): Buffer {
  try {
    const end = sealed.length - FRAME_TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place.index), { authTagLength: FRAME_TAG_BYTES });
    decipher.setAAD(placeOf(place));
    decipher.setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch (cause) {
    throw new DomainError('INTERNAL_SERVER_ERROR', {
      internal: 'A stored file does not open: changed, moved, cut or wrong key.',
      cause,
    });
  }
}
