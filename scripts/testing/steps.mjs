import { spawn } from 'node:child_process';
import { QUIET_ENV } from '../bootstrap/build.mjs';
import { inRoot, ROOT, TOOLS } from '../bootstrap/paths.mjs';

/**
 * The steps that count as one test each. They run after the build, because some of them read what it made.
 *
 * @type {ReadonlyArray<{ name: string, args: string[] }>} args go to this Node
 */
export const SINGLE_STEPS = [
  { name: 'lint: biome', args: [TOOLS.biome, 'check', '.'] },
  { name: 'lint: import rules', args: [inRoot('scripts/checks/import-rules.mjs')] },
  { name: 'lint: knip', args: [TOOLS.knip] },
  { name: 'lint: committed files', args: [inRoot('scripts/checks/committed-files.mjs')] },
  { name: 'size: first-load JavaScript of each page', args: [inRoot('scripts/checks/bundle-size.mjs')] },
  { name: 'types: tests', args: [TOOLS.tsc, '--project', 'tsconfig.tests.json'] },
  { name: 'types: browser tests', args: [TOOLS.tsc, '--project', 'e2e/tsconfig.json'] },
  { name: 'drift: schema.graphql and generated client', args: [inRoot('scripts/checks/generated-files.mjs')] },
];

/** For --full: they take minutes, or depend on the speed of the machine. */
export const BROWSER_CHECKS = [
  { name: 'Pictures of the main screens', config: 'screens/screens' },
  { name: 'Lighthouse on the main pages', config: 'measures/measures', only: ['lighthouse'] },
];

/**
 * Runs a Node script with its output on ours.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [cwd] default: the root of the repository
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export function runStep(args, env = {}, cwd = ROOT) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...QUIET_ENV, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
