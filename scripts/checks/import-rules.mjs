import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, ROOT, TOOLS } from '../bootstrap/paths.mjs';
import { lastLines, runTool } from '../bootstrap/run-tool.mjs';

const FOLDERS = ['packages', 'models', 'apps', 'e2e', 'scripts'];
const NOT_SOURCE = new Set(['node_modules', 'dist', '.next', '.turbo', 'coverage', 'test-results']);
const SOURCE = /\.(ts|tsx|mjs)$/;

/** @returns {string[]} the source files below a folder, relative to it, as the file system has them */
export function listSources(root) {
  const found = [];
  const visit = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory() && !NOT_SOURCE.has(entry.name)) visit(place);
      else if (entry.isFile() && SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts')) found.push(place);
    }
  };
  for (const entry of readdirSync(root)) if (FOLDERS.includes(entry)) visit(entry);
  return found;
}

/**
 * Runs dependency-cruiser over a tree and makes sure that it really read the sources: with a TypeScript it does not
 * understand it reads none, finds nothing and looks content.
 *
 * @param {string} root absolute
 * @returns {Promise<string[]>} one line for each violation or unread file
 */
export async function findViolations(root) {
  const folders = readdirSync(root).filter((name) => FOLDERS.includes(name));
  const args = [TOOLS.depcruise, '--config', inRoot('.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  const { code, stdout, output } = await runTool(process.execPath, args, { cwd: root });
  if (!stdout.startsWith('{')) return [`dependency-cruiser ended with code ${code}: ${lastLines(output, 5)}`];
  const { modules, summary } = JSON.parse(stdout);
  const read = new Set(modules.map((module) => module.source));
  const sources = listSources(root);
  const unread = sources.filter((file) => !read.has(file)).map((file) => `${file}: not read by dependency-cruiser`);
  if (sources.length === 0) unread.push('no source file found at all');
  return [...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`), ...unread];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const violations = await findViolations(ROOT);
  for (const line of violations) console.error(`✗ ${line}`);
  console.log(`import rules: ${listSources(ROOT).length} files, ${violations.length} violations`);
  process.exit(violations.length === 0 ? 0 : 1);
}
