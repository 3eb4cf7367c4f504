import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../scripts/bootstrap/paths.mjs';
import { lastLines, runTool } from '../../../scripts/bootstrap/run-tool.mjs';
import { BootstrapError } from '../../../scripts/bootstrap/say.mjs';

/**
 * Installs packages with pip into a folder of their own, unless the program is there. Needs Python 3.10 or newer and, the first
 * time, a package index.
 *
 * @param {string} folder its name; holds the version
 * @param {readonly string[]} packages with their versions
 * @param {string} name of the program
 * @returns {Promise<string>} the program
 * @throws BootstrapError saying what is missing, with what pip or Python said
 */
export async function installPythonTool(folder, packages, name) {
  const place = inRoot('node_modules/.cache/rollcall', folder);
  const programs = path.join(place, process.platform === 'win32' ? 'Scripts' : 'bin');
  const done = path.join(place, 'installed');
  if (!existsSync(done)) {
    await must('python3', ['-m', 'venv', place], 'Python 3.10 or newer with its module venv is missing');
    const install = ['-m', 'pip', 'install', '--quiet', ...packages];
    await must(path.join(programs, 'python'), install, `no package index gave ${packages.join(', ')}`);
    writeFileSync(done, packages.join('\n'));
  }
  return path.join(programs, name);
}

async function must(program, args, otherwise) {
  const { code, output } = await runTool(program, args);
  if (code !== 0) throw new BootstrapError(`${otherwise}: ${lastLines(output, 3)}`);
}
