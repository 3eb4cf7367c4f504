import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../../scripts/bootstrap/paths.mjs';
import { lastLines, runTool } from '../../../../scripts/bootstrap/run-tool.mjs';

/** The version that was tried; MIT. */
const VERSION = '4.32.5';
const PLACE = inRoot('node_modules/.cache/rollcall', `schemathesis-${VERSION}`);
const PROGRAMS = path.join(PLACE, process.platform === 'win32' ? 'Scripts' : 'bin');

/**
 * Installs it with pip into a folder of its own, unless it is there. Needs Python 3.10 or newer and, the first time, a package
 * index.
 *
 * @returns {Promise<string>} the program
 * @throws Error with what pip or Python said
 */
export async function installSchemathesis() {
  const program = path.join(PROGRAMS, 'schemathesis');
  if (existsSync(program)) return program;
  await must('python3', ['-m', 'venv', PLACE]);
  await must(path.join(PROGRAMS, 'python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
  return program;
}

async function must(program, args) {
  const { code, output } = await runTool(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${lastLines(output, 3)}`);
}
