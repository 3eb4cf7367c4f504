import { randomUUID } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { createPrivateFile } from '../files/create-private-file.js';
import {
  formatMasterKeys,
  generateMasterKeys,
  MasterKeyError,
  type MasterKeyRing,
  parseMasterKeys,
} from './master-key.js';

/**
 * The master key kept in a file of mode 600; made on first use. Two processes starting at once get the same key.
 *
 * @throws MasterKeyError if others may read the file, or if it holds no key
 */
export async function loadOrCreateMasterKeyFile(file: string): Promise<MasterKeyRing> {
  await createPrivateFile(file, () => `${formatMasterKeys(generateMasterKeys())}\n`);
  return readMasterKeyFile(file);
}

/** @throws MasterKeyError if others may read the file, or if it holds no key */
export async function readMasterKeyFile(file: string): Promise<MasterKeyRing> {
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) {
    throw new MasterKeyError(`Others may read the master key file ${file}. Run: chmod 600 ${file}`);
  }
  return parseMasterKeys(await readFile(file, 'utf8'));
}

/** Puts the ring in place of what the file held: whole or not at all, readable by its owner only. */
export async function writeMasterKeyFile(file: string, ring: MasterKeyRing): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${formatMasterKeys(ring)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
