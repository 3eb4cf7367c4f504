import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** On a machine with other work, and with a build before it. */
const READY_WITHIN_MS = 300_000;

export interface RollcallOptions {
  readonly dataDir: string;
  readonly adminEmail: string;
  readonly adminPassword: string;
  /** With the demo company, beside `dataDir`. Default false. */
  readonly isDemo?: boolean;
  /** Options of Node.js for every process it starts, as in NODE_OPTIONS. Default none. */
  readonly nodeOptions?: string;
}

/** Two ports that were free a moment ago. */
async function freePorts(): Promise<[number, number]> {
  const servers = [net.createServer(), net.createServer()];
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as net.AddressInfo).port);
  }
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}

/** The product as a person starts it, `npm start`, on ports and data of its own. */
export class RollcallProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: string[],
    /** Of the dashboard, which also passes on /graphql and /api/auth. */
    readonly url: string,
    readonly apiUrl: string,
  ) {}

  static async start(options: RollcallOptions): Promise<RollcallProcess> {
    const [apiPort, dashboardPort] = await freePorts();
    const child = spawn(process.execPath, ['scripts/start.mjs', ...(options.isDemo ? ['--demo'] : [])], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(options.nodeOptions === undefined ? {} : { NODE_OPTIONS: options.nodeOptions }),
        API_PORT: String(apiPort),
        DASHBOARD_PORT: String(dashboardPort),
        ROLLCALL_DATA_DIR: options.dataDir,
        // Offered to browsers that ask for it by cookie, see specs/languages.spec.ts.
        ROLLCALL_PSEUDO_LANGUAGE: '1',
        ROLLCALL_ADMIN_EMAIL: options.adminEmail,
        ROLLCALL_ADMIN_PASSWORD: options.adminPassword,
      },
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => output.push(text));
    // localhost, not the address: passkeys and cookies are bound to the name.
    const url = `http://localhost:${dashboardPort}`;
    const rollcall = new RollcallProcess(child, output, url, `http://127.0.0.1:${apiPort}`);
    await rollcall.untilRunning().catch(async (error: unknown) => {
      if (child.exitCode === null) await rollcall.killEverything();
      throw error;
    });
    return rollcall;
  }

  private async untilRunning(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while (!this.printed.includes('Rollcall is running')) {
      if (this.child.exitCode !== null) throw new Error(`npm start ended:\n${this.printed}`);
      if (Date.now() > until) throw new Error(`npm start is not ready:\n${this.printed}`);
      await sleep(100);
    }
  }

  /** All that the command printed so far. */
  get printed(): string {
    return this.output.join('');
  }

  /** Asks it to stop, as Ctrl-C does, and waits. @returns the exit code */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    this.child.kill('SIGTERM');
    const [code] = await once(this.child, 'exit');
    return code;
  }

  /** Kills it and everything it started with SIGKILL, as a power cut would. */
  async killEverything(): Promise<void> {
    const pids = await descendantsOf(this.child.pid ?? 0);
    for (const pid of pids) killIfThere(pid);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

/** One that ended by itself after it was listed, as `ps` does, is as dead as wanted. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A process and all below it, whatever their process groups. */
async function descendantsOf(root: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [root];
  for (const parent of found) found.push(...rows.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : [])));
  return found;
}
