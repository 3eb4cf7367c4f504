import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { MODELS_DIR } from '../weights-dir.js';
import { BuildError, messageOf } from './build-error.js';

const run = promisify(execFile);
const NO_NETWORK = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH/;

export interface NpmCommand {
  /** Program and first arguments that start npm, for example `['npm']`. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The name `npm pack` gives to a tarball: "@scope/name" 1.0.0 becomes "scope-name-1.0.0.tgz". */
export function tarballName(packageName: string, version: string): string {
  return `${packageName.replace('@', '').replace('/', '-')}-${version}.tgz`;
}

/**
 * Has npm fetch a package (registry, proxy and certificates are those npm is set up with; npm checks the registry's
 * own hash) and moves it whole into `cacheDir`. Nothing of the package is installed or run.
 */
export async function fetchTarball(
  name: string,
  version: string,
  cacheDir: string,
  npm: NpmCommand,
): Promise<Uint8Array> {
  await mkdir(cacheDir, { recursive: true });
  const temporary = await mkdtemp(path.join(cacheDir, 'fetching-'));
  try {
    await runNpmPack(`${name}@${version}`, temporary, npm);
    const [tarball] = await readdir(temporary);
    if (tarball === undefined) throw new BuildError(`npm said it fetched ${name}@${version}, but left no file.`);
    const target = path.join(cacheDir, tarballName(name, version));
    await rename(path.join(temporary, tarball), target);
    return await readFile(target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function runNpmPack(spec: string, destination: string, { command, environment }: NpmCommand): Promise<void> {
  const [program = 'npm', ...first] = command;
  const options = ['--pack-destination', destination, '--prefer-offline', '--ignore-scripts'];
  try {
    await run(program, [...first, 'pack', spec, ...options], {
      cwd: MODELS_DIR,
      env: environment,
      shell: process.platform === 'win32',
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    throw new BuildError(sentenceFor(spec, error), error);
  }
}

function sentenceFor(spec: string, error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : messageOf(error);
  if (NO_NETWORK.test(output)) return `The npm registry cannot be reached, so ${spec} was not fetched.`;
  if (output.includes('E404')) return `The npm registry does not have ${spec}.`;
  if (output.includes('EINTEGRITY')) return `What the npm registry sent for ${spec} is damaged.`;
  const line = output.split('\n').find((text) => /^npm (error|ERR!)/.test(text)) ?? output.split('\n')[0] ?? '';
  return `npm could not fetch ${spec}: ${line.trim()}`;
}
