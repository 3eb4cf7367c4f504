import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  formatMasterKeys,
  generateMasterKeys,
  MasterKeyError,
  type MasterKeyRing,
  parseMasterKeys,
} from './master-key.js';

/** Writes a file that appears whole or not at all, for this user only. False if it was there already. */
export async function createPrivateFile(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${Date.now().toString(36)}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * The master key kept in a file of mode 600; made on first use. Two processes starting at once get the same key.
 *
 * @throws MasterKeyError if others may read the file, or if it holds no key
 */
export async function loadOrCreateMasterKeyFile(file: string): Promise<MasterKeyRing> {
  await createPrivateFileUnlessThere(file);
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) {
    throw new MasterKeyError(`Others may read the master key file ${file}. Run: chmod 600 ${file}`);
  }
  return parseMasterKeys(await readFile(file, 'utf8'));
}

async function createPrivateFileUnlessThere(file: string): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  if (await createPrivateFile(file, `${formatMasterKeys(generateMasterKeys())}\n`)) await chmod(file, 0o600);
}
