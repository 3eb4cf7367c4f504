import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedMongoError } from './embedded-mongo.error.js';
import { pollUntil } from './poll-until.js';
import { REPLICA_SET } from './replica-set.js';
import { isAlive } from './runtime-file.js';

/** `mongod`'s exit code when another process has the data directory. */
const EXIT_DATA_DIRECTORY_LOCKED = 100;
/** `mongod`'s exit code when the data was made by a version it cannot read. */
const EXIT_INCOMPATIBLE_DATA = 62;

export interface MongodOptions {
  readonly binary: string;
  readonly databaseDir: string;
  readonly port: number;
  readonly keyFile: string;
  /** True: it ends soon after this process, however that ends. False: it lives on until it is stopped. */
  readonly endsWithParent: boolean;
  readonly startTimeoutMs: number;
}

/**
 * Starts `mongod` on the loopback interface and waits until it listens. It runs in a process group of its own, so that Ctrl-C
 * reaches the server only after those who still write to it have finished.
 *
 * @throws EmbeddedMongoError with what to do, if it cannot start
 */
export async function startMongod(options: MongodOptions): Promise<ChildProcess> {
  const logFile = join(options.databaseDir, 'mongod.log');
  const child = spawn(options.binary, commandLine(options, logFile), { detached: true, stdio: 'ignore' });
  let exitCode: number | null = null;
  const exited = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(true));
    child.once('exit', (code) => {
      exitCode = code ?? -1;
      resolve(true);
    });
  });
  const listening = pollUntil(async () => exitCode !== null || canConnect(options.port), options.startTimeoutMs);
  await Promise.race([exited, listening]);
  if (child.exitCode !== null || exitCode !== null || child.pid === undefined || !(await canConnect(options.port))) {
    child.kill('SIGKILL');
    throw await explain(exitCode, options.databaseDir, logFile);
  }
  if (options.endsWithParent) watch(process.pid, child.pid);
  child.unref();
  return child;
}

/** Asks the server to stop, and waits: 30 s at most, then it is killed (its journal keeps what was acknowledged). */
export async function stopMongod(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  const isGone = await pollUntil(async () => !isAlive(pid), 30_000);
  if (!isGone && isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** A free port of the loopback interface; the preferred one if it is free. */
export async function findFreePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await tryListen(preferred)) !== null) return preferred;
  const port = await tryListen(0);
  if (port === null) throw new EmbeddedMongoError('No free port could be found for MongoDB.');
  return port;
}

function commandLine(options: MongodOptions, logFile: string): string[] {
  return [
    ...['--dbpath', join(options.databaseDir, 'data')],
    ...['--bind_ip', '127.0.0.1'],
    ...['--port', String(options.port)],
    ...['--replSet', REPLICA_SET],
    ...['--keyFile', options.keyFile],
    ...['--wiredTigerCacheSizeGB', '0.5'],
    ...['--oplogSize', '512'],
    ...['--logpath', logFile, '--logappend'],
    '--nounixsocket',
    '--quiet',
  ];
}

/**
 * A shell that waits for the parent to end and then stops the server: survives even a `kill -9` of the parent. It ends with the
 * server, whose number may be that of another process later.
 */
function watch(parentPid: number, mongodPid: number): void {
  const script =
    'while kill -0 "$2" 2>/dev/null; do kill -0 "$1" 2>/dev/null || { kill "$2" 2>/dev/null; exit; }; sleep 1; done';
  spawn('sh', ['-c', script, 'rollcall-watch', String(parentPid), String(mongodPid)], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

async function explain(exitCode: number | null, databaseDir: string, logFile: string): Promise<EmbeddedMongoError> {
  if (exitCode === EXIT_DATA_DIRECTORY_LOCKED) {
    return new EmbeddedMongoError(
      `The data directory ${databaseDir} is in use by another MongoDB process. Stop the other Rollcall first, or set ROLLCALL_DATA_DIR to another folder.`,
    );
  }
  if (exitCode === EXIT_INCOMPATIBLE_DATA) {
    return new EmbeddedMongoError(`The data in ${databaseDir} was made by another version of MongoDB.`);
  }
  const log = await readFile(logFile, 'utf8').catch(() => '');
  if (/No space left on device/.test(log.slice(-20_000))) {
    return new EmbeddedMongoError('There is no space left on the disk for the database. Make room and start again.');
  }
  return new EmbeddedMongoError(`MongoDB did not start (exit code ${exitCode ?? 'none'}). Its log is ${logFile}.`);
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
