import { startTestMongo, TEST_MONGO_VARIABLE } from './start-test-mongo.js';

/** Vitest's `globalSetup`: one MongoDB for the whole run. Returns what ends it. */
export async function setup(): Promise<() => Promise<void>> {
  const mongo = await startTestMongo();
  process.env[TEST_MONGO_VARIABLE] = mongo.uri;
  return () => mongo.stop();
}
