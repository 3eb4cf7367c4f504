import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadCredentials } from './credentials.js';
import { resolveMongod } from './mongod-binary.js';
import { findFreePort, startMongod, stopMongod } from './mongod-process.js';
import { ensurePrimary, isReachable, replicaSetUri } from './replica-set.js';
import { isAlive, readRuntime, removeRuntime, writeRuntime } from './runtime-file.js';

export interface EmbeddedMongoOptions {
  /** The deployment's data directory. The database lives in its folder `mongo`. */
  readonly dataDir: string;
  /** Where downloaded servers are kept. Default `~/.cache/rollcall`. */
  readonly cacheDir?: string;
  /** Value of the PATH variable, to look for an installed `mongod`. Default: none is looked for. */
  readonly searchPath?: string;
  /** True: the server ends soon after this process, even if that is killed (for tests). Default false. */
  readonly endsWithParent?: boolean;
  /** One line for the operator. */
  readonly onProgress?: (message: string) => void;
  /** Default 60,000. */
  readonly startTimeoutMs?: number;
}

export interface EmbeddedMongo {
  /** Connection string with the password: never log it. */
  readonly uri: string;
  readonly pid: number;
  readonly version: string;
  /** True if a server of this data directory ran already and is used together with whoever started it. */
  readonly wasRunning: boolean;
  /** Stops the server cleanly. Does nothing to a server that was running before. */
  stop(): Promise<void>;
}

const REACHABLE_WITHIN_MS = 5_000;

/**
 * Provides a real MongoDB with persistent data: a replica set of one (transactions, change streams) on the loopback interface,
 * with a password. A server of the same data directory that still runs is used; one that crashed is started again.
 *
 * @throws EmbeddedMongoError with one sentence that says what to do
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const running = await findRunningMongo(options.dataDir);
  if (running !== null) return { ...running, wasRunning: true, stop: async () => undefined };

  const databaseDir = join(options.dataDir, 'mongo');
  await mkdir(join(databaseDir, 'data'), { recursive: true, mode: 0o700 });
  const credentials = await loadCredentials(databaseDir);
  const binary = await resolveMongod({
    databaseDir,
    cacheDir: options.cacheDir ?? join(homedir(), '.cache', 'rollcall'),
    searchPath: options.searchPath ?? '',
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  const port = await choosePort(databaseDir);
  const timeoutMs = options.startTimeoutMs ?? 60_000;
  const child = await startMongod({
    binary: binary.path,
    databaseDir,
    port,
    keyFile: credentials.keyFile,
    endsWithParent: options.endsWithParent ?? false,
    startTimeoutMs: timeoutMs,
  });
  const pid = child.pid as number;
  try {
    await ensurePrimary({ port, password: credentials.password }, timeoutMs);
  } catch (error) {
    await stopMongod(pid);
    throw error;
  }
  const uri = replicaSetUri({ port, password: credentials.password });
  await writeRuntime(options.dataDir, { uri, pid, port, version: binary.version });
  return {
    uri,
    pid,
    version: binary.version,
    wasRunning: false,
    stop: async () => {
      await stopMongod(pid);
      await removeRuntime(options.dataDir);
    },
  };
}

/** The server of this data directory that runs right now, for the command line and for a second start; null if none does. */
export async function findRunningMongo(
  dataDir: string,
): Promise<{ readonly uri: string; readonly pid: number; readonly version: string } | null> {
  const runtime = await readRuntime(dataDir);
  if (runtime === null || !isAlive(runtime.pid)) return null;
  if (!(await isReachable(runtime.uri, REACHABLE_WITHIN_MS))) return null;
  return { uri: runtime.uri, pid: runtime.pid, version: runtime.version };
}

/** The port used before, if it is free: then the replica set needs no new configuration. */
async function choosePort(databaseDir: string): Promise<number> {
  const file = join(databaseDir, 'port');
  const before = Number(await readFile(file, 'utf8').catch(() => ''));
  const port = await findFreePort(Number.isInteger(before) && before > 0 ? before : null);
  await writeFile(file, String(port), { mode: 0o600 });
  return port;
}
