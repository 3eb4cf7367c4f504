import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADMIN } from './admin.js';
import { RollcallProcess } from './rollcall-process.js';

/** Starts one Rollcall for all specs, with an empty data directory. Playwright calls the answer at the end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-e2e-'));
  const rollcall = await RollcallProcess.start({ dataDir, adminEmail: ADMIN.email, adminPassword: ADMIN.password });
  process.env.E2E_URL = rollcall.url;
  process.env.E2E_DATA_DIR = dataDir;
  return async () => {
    await rollcall.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
