import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  type Database,
  type DatabaseOptions,
  loadOrCreateMasterKeyFile,
  type MasterKeyRing,
  openDatabase,
  parseMasterKeys,
} from '@rollcall/db';
import type { Env } from '../env.js';

export const newId = (): string => randomUUID();
export const now = (): Date => new Date();

/** The file in the data directory that opens every stored face; in no backup. */
export const MASTER_KEY_FILE = 'master.key';

/** Those of the environment, or of the file in the data directory, which is made if it is not there. */
export function masterKeysOf(env: Env): Promise<MasterKeyRing> {
  if (env.ROLLCALL_MASTER_KEY !== undefined) return Promise.resolve(parseMasterKeys(env.ROLLCALL_MASTER_KEY));
  return loadOrCreateMasterKeyFile(path.join(env.ROLLCALL_DATA_DIR, MASTER_KEY_FILE));
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
  return openDatabase({ uri, keysUri: env.KEYS_MONGODB_URI, masterKeys, now, newId, ...opened });
}
