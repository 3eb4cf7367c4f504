import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { QUIET_ENV } from './build.mjs';
import { inRoot, TOOLS } from './paths.mjs';

const FIRST_START = 'ROLLCALL_FIRST_START ';
/** The message of a log line about the embedded MongoDB. */
const PROGRESS = /^\{.*"source":"mongodb".*"msg":("(?:[^"\\]|\\.)*")/;

/** The log of the last run stays readable beside the new one. */
function logFileFor(name, dataDir) {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.log`);
  if (statSync(file, { throwIfNoEntry: false })) renameSync(file, path.join(folder, `${name}.previous.log`));
  return file;
}

/**
 * Starts the API.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {{ apiPort: number, dashboardPort: number, dataDir: string }} settings
 * @param {{ onFirstStart: (account: { email: string, password?: string }) => void, onProgress: (text: string) => void }} tell
 *   onFirstStart is called once in the life of a data directory, when the API has made the first administrator; that line
 *   never reaches the log. onProgress is called with what takes long, a download for example
 */
export function startApi(supervisor, settings, { onFirstStart, onProgress }) {
  supervisor.start({
    name: 'API',
    args: [inRoot('apps/api/dist/main.js')],
    cwd: inRoot(),
    env: environmentFor(settings),
    logFile: logFileFor('api', settings.dataDir),
    filterLine(line) {
      const progress = PROGRESS.exec(line)?.[1];
      if (progress) onProgress(JSON.parse(progress));
      if (!line.startsWith(FIRST_START)) return false;
      onFirstStart(JSON.parse(line.slice(FIRST_START.length)));
      return true;
    },
  });
}

/** Starts the dashboard; parameters as for startApi. */
export function startDashboard(supervisor, settings) {
  supervisor.start({
    name: 'dashboard',
    args: [TOOLS.next, 'start', '-H', '127.0.0.1', '-p', String(settings.dashboardPort)],
    cwd: inRoot('apps/dashboard'),
    env: environmentFor(settings),
    logFile: logFileFor('dashboard', settings.dataDir),
  });
}

function environmentFor({ apiPort, dashboardPort, dataDir }) {
  return {
    ...QUIET_ENV,
    NODE_ENV: 'production',
    API_PORT: String(apiPort),
    DASHBOARD_PORT: String(dashboardPort),
    ROLLCALL_DATA_DIR: dataDir,
  };
}
