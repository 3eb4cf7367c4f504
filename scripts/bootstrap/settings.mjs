import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT } from './paths.mjs';
import { BootstrapError } from './say.mjs';

/** @param {string} variable @param {number} fallback */
function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new BootstrapError(`${variable} is "${text}", but it must be a port number from 1 to 65535.`);
}

/**
 * What the scripts themselves need from the environment and from `.env`; the API checks all the rest on its own.
 *
 * @returns {{ apiPort: number, dashboardPort: number, dataDir: string }} dataDir is absolute
 */
export function readSettings() {
  const file = inRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const apiPort = portFrom('API_PORT', 4000);
  const dashboardPort = portFrom('DASHBOARD_PORT', 3000);
  if (apiPort === dashboardPort) {
    throw new BootstrapError(`API_PORT and DASHBOARD_PORT are both ${apiPort}: give them two different ports.`);
  }
  return { apiPort, dashboardPort, dataDir: path.resolve(ROOT, process.env.ROLLCALL_DATA_DIR || '.rollcall') };
}
