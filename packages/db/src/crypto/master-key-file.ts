import { readFile, stat } from 'node:fs/promises';
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
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) {
    throw new MasterKeyError(`Others may read the master key file ${file}. Run: chmod 600 ${file}`);
  }
  return parseMasterKeys(await readFile(file, 'utf8'));
}
