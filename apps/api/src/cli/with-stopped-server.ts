import { findRunningMongo, startEmbeddedMongo } from '@rollcall/db/embedded';
import type { Env } from '../env.js';
import { CliError } from './exit-codes.js';

/**
 * Runs work on the MongoDB of a server that does not run: on that of MONGODB_URI, or on the one of the data directory, which runs
 * for as long as the work does.
 *
 * @throws CliError if a server runs with this data directory
 */
export async function withStoppedServer<T>(env: Env, work: (uri: string) => Promise<T>): Promise<T> {
  const { MONGODB_URI, ROLLCALL_DATA_DIR: dataDir } = env;
  if (MONGODB_URI !== undefined) return work(MONGODB_URI);
  if ((await findRunningMongo(dataDir)) !== null)
    throw new CliError(`Rollcall, or its MongoDB, runs with the data directory ${dataDir}. Stop it and try again.`);
  const mongo = await startEmbeddedMongo({ dataDir, searchPath: env.searchPath, endsWithParent: true });
  try {
    return await work(mongo.uri);
  } finally {
    await mongo.stop();
  }
}
