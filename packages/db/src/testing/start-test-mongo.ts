import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../embedded/index.js';

export interface TestMongo {
  readonly uri: string;
  /** Stops the server and removes its data, if this call started it. */
  stop(): Promise<void>;
}

/** Set by the global set-up of a test run, inherited by its test processes. */
export const TEST_MONGO_VARIABLE = 'ROLLCALL_TEST_MONGODB_URI';

let shared: Promise<TestMongo> | undefined;

/** The MongoDB of this test run; without one, a server of this process's own. It ends with the process, however that ends. */
export function startTestMongo(): Promise<TestMongo> {
  const uri = process.env[TEST_MONGO_VARIABLE];
  if (uri) return Promise.resolve({ uri, stop: async () => undefined });
  shared ??= startOwn();
  return shared;
}

async function startOwn(): Promise<TestMongo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rollcall-test-'));
  const { ROLLCALL_CACHE_DIR: cacheDir, PATH: searchPath = '' } = process.env;
  const mongo = await startEmbeddedMongo({ dataDir, searchPath, endsWithParent: true, ...(cacheDir && { cacheDir }) });
  return {
    uri: mongo.uri,
    async stop() {
      await mongo.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
