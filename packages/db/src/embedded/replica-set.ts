import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { EMBEDDED_USER } from './credentials.js';
import { EmbeddedMongoError } from './embedded-mongo.error.js';
import { pollUntil } from './poll-until.js';

export const REPLICA_SET = 'rollcall';

const NOT_YET_INITIALISED = 94;
const AUTHENTICATION_FAILED = 18;

export interface ReplicaSetAddress {
  readonly port: number;
  readonly password: string;
}

export function replicaSetUri({ port, password }: ReplicaSetAddress): string {
  return `mongodb://${EMBEDDED_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/?authSource=admin&replicaSet=${REPLICA_SET}`;
}

/**
 * Makes the node the primary of a replica set of one, whatever its port was before. The first time it also creates the user,
 * through MongoDB's localhost exception, which ends with it.
 *
 * @throws EmbeddedMongoError if the node does not become primary in time
 */
export async function ensurePrimary(address: ReplicaSetAddress, timeoutMs: number): Promise<void> {
  const known = await open(address, true);
  if (known !== null) {
    await using(known, (admin) => reconfigure(admin, address.port, timeoutMs));
    return;
  }
  const anonymous = await open(address, false);
  if (anonymous === null) throw new EmbeddedMongoError('MongoDB answers, but lets nobody in.');
  await using(anonymous, async (admin) => {
    await initiate(admin, address.port);
    await waitForPrimary(admin, timeoutMs);
    await admin.command({ createUser: EMBEDDED_USER, pwd: address.password, roles: [{ role: 'root', db: 'admin' }] });
  });
}

/** True if the server on that port is ours and answers within the time. */
export async function isReachable(uri: string, timeoutMs: number): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: timeoutMs });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function open(address: ReplicaSetAddress, withPassword: boolean): Promise<MongoClient | null> {
  const client = new MongoClient(`mongodb://127.0.0.1:${address.port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
    ...(withPassword ? { auth: { username: EMBEDDED_USER, password: address.password }, authSource: 'admin' } : {}),
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.close();
    if (error instanceof MongoServerError && error.code === AUTHENTICATION_FAILED) return null;
    throw error;
  }
}

async function using(client: MongoClient, work: (admin: Db) => Promise<void>): Promise<void> {
  try {
    await work(client.db('admin'));
  } finally {
    await client.close();
  }
}

async function initiate(admin: Db, port: number): Promise<void> {
  try {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
  } catch (error) {
    // A first start that was killed between these two steps has initialised the set already.
    if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized') throw error;
  }
}

async function reconfigure(admin: Db, port: number, timeoutMs: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members[0].host !== host) {
      const members = [{ ...config.members[0], host }];
      await admin.command({ replSetReconfig: { ...config, members, version: config.version + 1 }, force: true });
    }
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== NOT_YET_INITIALISED) throw error;
    await initiate(admin, port);
  }
  await waitForPrimary(admin, timeoutMs);
}

async function waitForPrimary(admin: Db, timeoutMs: number): Promise<void> {
  const isPrimary = await pollUntil(
    async () => (await admin.command({ hello: 1 })).isWritablePrimary === true,
    timeoutMs,
  );
  if (!isPrimary) throw new EmbeddedMongoError('MongoDB started, but did not become ready for writing in time.');
}
