import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot, TOOLS } from '../bootstrap/paths.mjs';
import { runTool } from '../bootstrap/run-tool.mjs';
import { BootstrapError, say } from '../bootstrap/say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A name on PATH is not enough: some systems put a script there that only tells how to install the browser. */
async function works(file) {
  return existsSync(file) && (await runTool(file, ['--version'])).code === 0;
}

async function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const file of [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), MAC]) {
    if (await works(file)) return file;
  }
  return undefined;
}

/** Playwright's own browser: the one it has, or the one it downloads now. */
async function ofPlaywright({ mayDownload }) {
  const { chromium } = createRequire(inRoot('e2e/package.json'))('@playwright/test');
  if (mayDownload) await runTool(process.execPath, [TOOLS.playwright, 'install', 'chromium']);
  const file = chromium.executablePath();
  return file && (await works(file)) ? file : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('  Installing the Debian package chromium …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('apt-get', ['update'], { env });
  const { code, output } = await runTool('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  if (code !== 0) say(output);
  return onPath();
}

/**
 * Finds a Chromium for the end-to-end tests: ROLLCALL_CHROMIUM, PATH, Playwright's own, Playwright's download, and for
 * root on Debian and Ubuntu the system's package.
 *
 * @returns {Promise<string>} the path of the program
 * @throws BootstrapError
 */
export async function findChromium() {
  const named = process.env.ROLLCALL_CHROMIUM;
  if (named && !(await works(named))) {
    throw new BootstrapError(`ROLLCALL_CHROMIUM is "${named}", but that program does not start.`);
  }
  const found =
    named ||
    (await onPath()) ||
    (await ofPlaywright({ mayDownload: false })) ||
    (await ofPlaywright({ mayDownload: true })) ||
    (await fromDebian());
  if (found) return found;
  throw new BootstrapError(
    'The end-to-end tests need a Chromium and none could be found or downloaded: install one (Debian: "apt-get install chromium") or set ROLLCALL_CHROMIUM to its path.',
  );
}
