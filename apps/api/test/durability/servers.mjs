import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedMongo } from '@rollcall/db/embedded';

const API = path.resolve(import.meta.dirname, '../../dist/main.js');
const START_WITHIN_MS = 120_000;

/** A MongoDB that can be killed, stopped for a while and started again on the same data. */
export class Mongo {
  #server;

  /** @param {string} dataDir */
  constructor(dataDir) {
    this.dataDir = dataDir;
  }

  async start() {
    const before = this.#server?.uri;
    this.#server = await startEmbeddedMongo({
      dataDir: this.dataDir,
      searchPath: process.env.PATH ?? '',
      endsWithParent: true,
    });
    if (before !== undefined && this.#server.uri !== before) throw new Error('MongoDB came back on another port');
  }

  get uri() {
    return this.#server.uri;
  }

  get pid() {
    return this.#server.pid;
  }

  async kill() {
    process.kill(this.#server.pid, 'SIGKILL');
    await goneOf(this.#server.pid);
  }

  /** Holds it for so long as a full disk or a sleeping machine would. @param {number} ms */
  async freeze(ms) {
    process.kill(this.#server.pid, 'SIGSTOP');
    try {
      await sleep(ms);
    } finally {
      process.kill(this.#server.pid, 'SIGCONT');
    }
  }

  async stop() {
    await this.#server?.stop();
  }
}

/** The API as `npm start` runs it, with one face worker. */
export class Api {
  #child;
  /** Children of killed ones: they must not go on without their parent. */
  #left = [];

  /**
   * @param {{ dataDir: string, mongoUri: string, port: number, admin: { email: string, password: string }, nodeArgs?: string[] }} options
   */
  constructor(options) {
    this.options = options;
    this.url = `http://127.0.0.1:${options.port}`;
  }

  async start() {
    const { dataDir, mongoUri, port, admin, nodeArgs = [] } = this.options;
    this.#child = spawn(process.execPath, [...nodeArgs, API], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        API_PORT: String(port),
        MONGODB_URI: mongoUri,
        ROLLCALL_DATA_DIR: dataDir,
        ROLLCALL_ADMIN_EMAIL: admin.email,
        ROLLCALL_ADMIN_PASSWORD: admin.password,
        // These checks send documents of their own with a session.
        ROLLCALL_SESSION_DOCUMENTS: 'any',
        ROLLCALL_LOG_LEVEL: 'fatal',
        FACE_WORKERS: '1',
      },
    });
    const until = Date.now() + START_WITHIN_MS;
    while (!(await this.#isReady())) {
      if (this.#child.exitCode !== null || Date.now() > until) throw new Error('the API did not start');
      await sleep(100);
    }
  }

  async #isReady() {
    return fetch(`${this.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  get pid() {
    return this.#child.pid;
  }

  async kill() {
    this.#left.push(...childrenOf(this.#child.pid));
    await this.#end('SIGKILL');
  }

  /** How many face workers of killed ones still run. */
  get orphans() {
    return this.#left.filter(isAlive).length;
  }

  /** Asks it to end, as a service manager does. @returns its exit code */
  async stop() {
    return this.#child === undefined || this.#child.exitCode !== null ? 0 : this.#end('SIGTERM');
  }

  async #end(signal) {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    return (await ended)[0];
  }
}

/** @returns {Promise<number>} a port of the loopback interface that was free a moment ago */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function childrenOf(pid) {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => parentOf(id) === pid).map(Number);
}

/** The fourth field of `stat`; the second may hold spaces and ends with the last bracket. */
function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function goneOf(pid) {
  while (isAlive(pid)) await sleep(20);
}
