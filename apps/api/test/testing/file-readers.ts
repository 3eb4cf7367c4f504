import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Independent readers of spreadsheets and pages, and the shaper of letters that browsers have, from PyPI. */
const READERS = ['openpyxl==3.1.5', 'pypdf==7.1.1', 'uharfbuzz==0.57.0'];
const MODULES = fileURLToPath(new URL('../../../../.cache/file-readers-2/', import.meta.url));

/** Installs the readers beside the repository's other caches. @returns null, or the reason why they are not there */
export function installReaders(): string | null {
  try {
    if (['openpyxl', 'pypdf', 'uharfbuzz'].every((name) => existsSync(path.join(MODULES, name)))) return null;
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', MODULES, ...READERS];
    execFileSync('python3', install, { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `${READERS.join(', ')} cannot be installed: ${error instanceof Error ? error.message.split('\n')[0] : ''}`;
  }
}

/** Runs a Python program that may import the readers, while the API goes on answering. @returns what it printed, as JSON */
export async function askPython<T>(program: string, ...args: readonly string[]): Promise<T> {
  const env = { ...process.env, PYTHONPATH: MODULES };
  const limits = { maxBuffer: 64 * 2 ** 20 };
  const { stdout } = await promisify(execFile)('python3', ['-c', program, ...args], {
    encoding: 'utf8',
    env,
    ...limits,
  });
  return JSON.parse(stdout) as T;
}
