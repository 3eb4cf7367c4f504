import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

const STOP_WITHIN_MS = 30_000;
const KEPT_LINES = 25;
const PRELOAD = pathToFileURL(inRoot('scripts/bootstrap/stop-with-parent.mjs')).href;

/** Servers started together: the end of one is told, and all are stopped together, last started first. */
export class Supervisor {
  #children = [];
  #tellEnd;

  /** Resolves with the first server that ended by itself: `{ name, code, signal, lastLines, logFile }`. */
  ended = new Promise((resolve) => {
    this.#tellEnd = resolve;
  });

  /**
   * Starts a Node script in a process group of its own, so that Ctrl-C reaches us alone and the order of stopping is ours.
   *
   * @param {{ name: string, args: string[], cwd: string, env: Record<string, string>, logFile: string,
   *   filterLine?: (line: string) => boolean }} options filterLine sees each line first; if it answers true the line is
   *   kept out of the log
   */
  start({ name, args, cwd, env, logFile, filterLine }) {
    const log = createWriteStream(logFile, { mode: 0o600 });
    const lastLines = [];
    const process_ = spawn(process.execPath, ['--import', PRELOAD, ...args], {
      cwd,
      env: { ...process.env, ...env, ROLLCALL_STARTER_PID: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    for (const stream of [process_.stdout, process_.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (filterLine?.(line)) return;
        lastLines.push(line);
        if (lastLines.length > KEPT_LINES) lastLines.shift();
        log.write(`${line}\n`);
      });
    }
    const closed = new Promise((resolve) => {
      process_.on('error', (error) => lastLines.push(error.message));
      process_.on('close', (code, signal) => {
        log.end();
        this.#tellEnd({ name, code, signal, lastLines, logFile });
        resolve();
      });
    });
    this.#children.unshift({ process: process_, closed });
  }

  /** Asks every server to stop and waits; one that does not within 30 seconds is killed. */
  async stop() {
    for (const { process: child, closed } of this.#children) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => killGroup(child), STOP_WITHIN_MS);
      await closed;
      clearTimeout(timer);
    }
  }

  /** Kills every server at once, with what it started in its process group. */
  kill() {
    for (const { process: child } of this.#children) killGroup(child);
  }
}

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
