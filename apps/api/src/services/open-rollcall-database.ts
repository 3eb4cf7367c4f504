import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  type Database,
  type DatabaseOptions,
  loadOrCreateMasterKeyFile,
  type MasterKeyRing,
  openDatabase,
  parseMasterKeys,
  readMasterKeyFile,
} from '@rollcall/db';
import type { Env } from '../env.js';

export const newId = (): string => randomUUID();
export const now = (): Date => new Date();

/** The file in the data directory that opens every stored face; in no backup. */
export const MASTER_KEY_FILE = 'master.key';

/** Null: the key comes from the environment. */
export const masterKeyFileOf = (env: Env): string | null =>
  env.ROLLCALL_MASTER_KEY === undefined ? path.join(env.ROLLCALL_DATA_DIR, MASTER_KEY_FILE) : null;

/** Those of the environment, or of the file in the data directory, which is made if it is not there. */
export async function masterKeysOf(env: Env): Promise<MasterKeyRing> {
  const file = masterKeyFileOf(env);
  return file === null ? parseMasterKeys(env.ROLLCALL_MASTER_KEY ?? '') : loadOrCreateMasterKeyFile(file);
}

/**
 * Opens the database of these settings at `uri`. The server and the command line share this, so they share keys.
 *
 * @param opened `isUpToDate`: another thread of this process has opened it already; `isRestoring`: a restore goes on with it
 */
export async function openRollcallDatabase(
  env: Env,
  uri: string,
  opened: Pick<DatabaseOptions, 'isUpToDate' | 'isRestoring'> = {},
): Promise<Database> {
  const masterKeys = await masterKeysOf(env);
  const file = masterKeyFileOf(env);
  const reload = file === null ? {} : { reloadMasterKeys: () => readMasterKeyFile(file) };
  return openDatabase({ uri, keysUri: env.KEYS_MONGODB_URI, masterKeys, ...reload, now, newId, ...opened });
}
