import { DomainError } from '@rollcall/contracts';
import type { FirstOwner } from './auth/first-start.js';
import { type Env, EnvError, readEnv } from './env.js';
import { createLogger, type Logger } from './http/logger.js';
import { type RunningServer, startServer } from './server.js';

/** Read by the start script: one line, never in a log file. */
const FIRST_START = 'ROLLCALL_FIRST_START ';

function tellFirstOwner(owner: FirstOwner): void {
  process.stdout.write(`${FIRST_START}${JSON.stringify(owner)}\n`);
  if (!process.stdout.isTTY || owner.password === undefined) return;
  process.stdout.write(`\n  Sign in as ${owner.email} with the password ${owner.password}\n`);
  process.stdout.write('  Write it down: it is stored nowhere and never shown again.\n\n');
}

/** Ends the process in order when asked; asked twice, at once. */
function stopOnSignals(log: Logger, running: Promise<RunningServer>): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    running
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function sentenceOf(error: unknown): string {
  if (error instanceof DomainError)
    return error.internal === undefined ? error.message : `${error.message} (${error.internal})`;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is in use. Stop what uses it, or set API_PORT to another one.`;
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  let env: Env;
  try {
    env = readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLogger(env.ROLLCALL_LOG_LEVEL);
  const running = startServer({ env, log, onFirstStart: tellFirstOwner });
  stopOnSignals(log, running);
  try {
    const { url } = await running;
    log.info({ url }, 'listening');
  } catch (error) {
    log.fatal({ err: error }, 'could not start');
    process.stderr.write(`The API could not start: ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

await main();
