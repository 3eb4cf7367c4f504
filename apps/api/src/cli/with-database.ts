import type { Database } from '@rollcall/db';
import { findRunningMongo } from '@rollcall/db/embedded';
import type { Env } from '../env.js';
import { openRollcallDatabase } from '../services/open-rollcall-database.js';
import { CliError } from './exit-codes.js';

/**
 * Opens the database of the running server (found through the data directory, or MONGODB_URI) for one command.
 *
 * @throws CliError if there is none
 */
export async function withDatabase<T>(env: Env, work: (database: Database, uri: string) => Promise<T>): Promise<T> {
  const uri = env.MONGODB_URI ?? (await findRunningMongo(env.ROLLCALL_DATA_DIR))?.uri;
  if (uri === undefined) {
    throw new CliError(
      `No Rollcall is running with the data directory ${env.ROLLCALL_DATA_DIR}. Start it with "npm start" and try again.`,
    );
  }
  const database = await openRollcallDatabase(env, uri);
  try {
    return await work(database, uri);
  } finally {
    await database.close();
  }
}
