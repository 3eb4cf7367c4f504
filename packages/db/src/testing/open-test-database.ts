import { randomUUID } from 'node:crypto';
import { type Database, type DatabaseOptions, openDatabase } from '../connection/database.js';
import { generateMasterKeys, type MasterKeyRing } from '../crypto/master-key.js';
import { startTestMongo } from './start-test-mongo.js';

export interface TestDatabase extends Database {
  /** Names a database of its own: opening it again finds the same data. */
  readonly uri: string;
  readonly masterKeys: MasterKeyRing;
}

/** An empty database of random name on the run's MongoDB, with keys of its own. Nothing has to be cleaned up. */
export async function openTestDatabase(options: Partial<DatabaseOptions> = {}): Promise<TestDatabase> {
  const uri = options.uri ?? (await randomDatabaseUri());
  const { masterKeys = generateMasterKeys() } = options;
  const database = await openDatabase({ now: () => new Date(), newId: randomUUID, ...options, uri, masterKeys });
  return { ...database, uri, masterKeys };
}

/** An address that names a database nobody else has. */
export async function randomDatabaseUri(): Promise<string> {
  const { uri } = await startTestMongo();
  const [server, options = ''] = uri.split('?');
  return `${server?.replace(/\/$/, '')}/test_${randomUUID().replaceAll('-', '')}?${options}`;
}
