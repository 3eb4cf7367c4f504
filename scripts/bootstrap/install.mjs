import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkDisk, DISK_NEEDED } from './check-disk.mjs';
import { inRoot } from './paths.mjs';
import { lastLines, runTool } from './run-tool.mjs';
import { BootstrapError } from './say.mjs';

const STAMP = inRoot('node_modules/.rollcall-install');

/** What an installation depends on: the locked versions, the npm settings, and the machine the binaries are for. */
export function installKey() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(inRoot(file)));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest('hex');
}

/** This machine in the words of a lockfile. */
const MACHINE = {
  os: process.platform,
  cpu: process.arch,
  libc: process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl',
};

/** An optional package is needed here if it is a binary for this very kind of machine; the others may be absent. */
function isNeeded(wanted, machine) {
  if (wanted.link) return false;
  if (!wanted.optional) return true;
  const isForLibc = wanted.libc === undefined || wanted.libc.includes(machine.libc);
  return Boolean(wanted.os?.includes(machine.os) && wanted.cpu?.includes(machine.cpu) && isForLibc);
}

/**
 * Compares what is locked with what npm noted as installed.
 *
 * @param {Record<string, { version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }>} locked
 *   `packages` of package-lock.json
 * @param {Record<string, { version?: string }>} installed `packages` of node_modules/.package-lock.json
 * @param {{ os: string, cpu: string, libc: string }} [machine] this one by default
 * @returns {boolean} true if every package that the machine needs is there in its locked version
 */
export function isInstalled(locked, installed, machine = MACHINE) {
  return Object.entries(locked).every(([place, wanted]) => {
    if (!place.includes('node_modules/') || !isNeeded(wanted, machine)) return true;
    return installed[place]?.version === wanted.version;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function isTreeRight() {
  const locked = readPackages(inRoot('package-lock.json'));
  if (!isInstalled(locked, readPackages(inRoot('node_modules/.package-lock.json')))) return false;
  return Object.entries(locked).every(([place, wanted]) => wanted.optional || existsSync(inRoot(place)));
}

/** @param {string} output what `npm ci` printed @returns {string} the sentence for the person at the keyboard */
export function explainInstallFailure(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'The dependencies could not be downloaded because the npm registry does not answer: connect to the network and run the same command again.';
  }
  if (output.includes('ENOSPC')) {
    return 'The disk filled up while installing the dependencies: free some space and run the same command again.';
  }
  if (/EACCES|EPERM/.test(output)) {
    return 'The dependencies could not be written because files in node_modules belong to another user: delete that folder and run the same command again.';
  }
  return `"npm ci" failed; its last lines were:\n${lastLines(output, 12)}`;
}

/** npm's own script when npm started us, so that the same npm is used; else the one on PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
}

/**
 * Installs the dependencies if the lockfile changed since last time or something is missing.
 *
 * @returns {Promise<string>} what was done
 * @throws BootstrapError
 */
export async function installDependencies() {
  const key = installKey();
  const hasStamp = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === key;
  if (hasStamp || isTreeRight()) {
    checkDisk(DISK_NEEDED.installed);
    if (!hasStamp) writeFileSync(STAMP, key);
    return 'up to date';
  }
  checkDisk(DISK_NEEDED.fresh);
  const [program, args] = npmCommand();
  const { code, output } = await runTool(program, [...args, 'ci', '--include=dev', '--prefer-offline'], {
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new BootstrapError(explainInstallFailure(output));
  writeFileSync(STAMP, key);
  return 'installed';
}
