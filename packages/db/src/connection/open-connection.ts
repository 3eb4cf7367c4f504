import { mongoose } from '../models/mongoose-setup.js';

const DEFAULT_DATABASE = 'rollcall';

/**
 * One client, one pool. Every write is acknowledged by a majority and its journal: what was answered survives a crash.
 *
 * @throws Error of the driver if no primary answers within 10 s or the password is wrong
 */
export async function openConnection(uri: string): Promise<mongoose.Connection> {
  const named = new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/@]*(?=\/|$)/, ''));
  const hasName = named.pathname.length > 1;
  return mongoose
    .createConnection(uri, {
      ...(hasName ? {} : { dbName: DEFAULT_DATABASE }),
      appName: 'rollcall',
      serverSelectionTimeoutMS: 10_000,
      connectTimeoutMS: 10_000,
      maxPoolSize: 50,
      retryWrites: true,
      retryReads: true,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      promoteBuffers: true,
      ignoreUndefined: true,
    })
    .asPromise();
}
