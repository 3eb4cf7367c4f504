import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { lastLines, runTool } from './run-tool.mjs';
import { BootstrapError } from './say.mjs';

/** The demo company lives beside the real data, never among them. */
export const demoSettings = (settings) => ({ ...settings, dataDir: `${settings.dataDir}-demo` });

/**
 * Fills the demo's data directory the first time. The API must be running.
 *
 * @param {{ dataDir: string }} settings
 * @returns {Promise<string>} what was done
 * @throws BootstrapError
 */
export async function fillDemo({ dataDir }) {
  const stamp = path.join(dataDir, 'demo-filled');
  if (existsSync(stamp)) return 'there already';
  const env = { ROLLCALL_DATA_DIR: dataDir };
  const { code, stdout, output } = await runTool(process.execPath, [inRoot('apps/api/bin/rollcall.js'), 'demo'], {
    env,
  });
  if (code !== 0) {
    throw new BootstrapError(
      `The demo company could not be made; delete ${dataDir} to try again. The last lines were:\n${lastLines(output, 5)}`,
    );
  }
  writeFileSync(stamp, '');
  return stdout.trim();
}
