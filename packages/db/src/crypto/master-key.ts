import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './aead.js';

/** The master keys known to this process. New keys are wrapped by the current one; older ones still open. */
export interface MasterKeyRing {
  readonly currentVersion: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
}

function decodeKey(text: string): Buffer {
  const key = /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES) {
    throw new MasterKeyError(
      'The master key must be 32 bytes in base64 or hex, for example from `openssl rand -base64 32`.',
    );
  }
  return key;
}

/**
 * Reads `KEY` (version 1) or `1:KEY,2:KEY…`; the highest version is the current one.
 *
 * @throws MasterKeyError if it is not that; the message never repeats the text
 */
export function parseMasterKeys(text: string): MasterKeyRing {
  const keys = new Map<number, Buffer>();
  for (const part of text.trim().split(/[,\s]+/)) {
    const versioned = /^(\d{1,6}):(.+)$/.exec(part);
    const version = versioned ? Number(versioned[1]) : 1;
    if (version < 1 || keys.has(version))
      throw new MasterKeyError('Each master key needs a version of its own, from 1.');
    keys.set(version, decodeKey(versioned?.[2] ?? part));
  }
  return { currentVersion: Math.max(...keys.keys()), keys };
}

/** The text `parseMasterKeys` reads. */
export function formatMasterKeys(ring: MasterKeyRing): string {
  return [...ring.keys].map(([version, key]) => `${version}:${key.toString('base64')}`).join(',');
}

export function generateMasterKeys(): MasterKeyRing {
  return { currentVersion: 1, keys: new Map([[1, randomBytes(KEY_BYTES)]]) };
}

/** Adds a new current key; the older ones stay until everything is rewrapped. */
export function withNewMasterKey(ring: MasterKeyRing): MasterKeyRing {
  const currentVersion = ring.currentVersion + 1;
  return { currentVersion, keys: new Map([...ring.keys, [currentVersion, randomBytes(KEY_BYTES)]]) };
}

/** @throws MasterKeyError if the key of that version is not known here */
export function masterKeyOf(ring: MasterKeyRing, version: number): Buffer {
  const key = ring.keys.get(version);
  if (key === undefined) {
    throw new MasterKeyError(
      `Master key version ${version} is not known here; stored faces wrapped by it cannot be read.`,
    );
  }
  return key;
}
