import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../bootstrap/paths.mjs';
import { lastLines, runTool } from '../bootstrap/run-tool.mjs';

/** What is generated and committed, in the order in which one needs the other. The API must be built before. */
export const GENERATED = [
  { target: inRoot('apps/api/schema.graphql'), args: ['dist/graphql/emit-schema.js'], cwd: inRoot('apps/api') },
  {
    target: inRoot('apps/dashboard/gql'),
    args: [inRoot('node_modules/@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts'],
    cwd: inRoot('apps/dashboard'),
  },
  {
    target: inRoot('apps/api/dashboard-documents.json'),
    args: ['write-manifest.mjs'],
    cwd: inRoot('apps/dashboard'),
  },
  {
    target: inRoot('packages/client/src/gql'),
    args: [inRoot('node_modules/@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts'],
    cwd: inRoot('packages/client'),
  },
];

/** @returns {Map<string, string>} every file at or below a place, with its text */
function readTree(place) {
  if (!existsSync(place)) return new Map();
  if (statSync(place).isFile()) return new Map([[place, readFileSync(place, 'utf8')]]);
  return new Map(readdirSync(place).flatMap((name) => [...readTree(path.join(place, name))]));
}

function writeTree(place, files) {
  rmSync(place, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Generates again and compares with what was there. The files are left as they were found, unless they shall be kept.
 *
 * @param {readonly { target: string, args: string[], cwd: string }[]} generated
 * @param {{ keep?: boolean }} [options] keep: leave the new files; default false
 * @returns {Promise<string[]>} the files that differ, or why a generator failed
 */
export async function findDrift(generated, { keep = false } = {}) {
  const before = generated.map(({ target }) => readTree(target));
  const findings = [];
  for (const [index, { target, args, cwd }] of generated.entries()) {
    const { code, output } = await runTool(process.execPath, args, { cwd });
    if (code !== 0) findings.push(`${args[0]} failed: ${lastLines(output, 5)}`);
    const after = readTree(target);
    if (after.size === 0) findings.push(`${target}: nothing was generated`);
    const files = new Set([...before[index].keys(), ...after.keys()]);
    findings.push(
      ...[...files].filter((file) => before[index].get(file) !== after.get(file)).map((file) => `${file} differs`),
    );
  }
  if (!keep) for (const [index, { target }] of generated.entries()) writeTree(target, before[index]);
  return findings;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const keep = process.argv.includes('--keep');
  const findings = await findDrift(GENERATED, { keep });
  for (const finding of findings) console.log(`${keep ? 'written' : '✗'}: ${path.relative(inRoot(), finding)}`);
  if (findings.length > 0 && !keep) console.error('Run "npm run generate" and commit what it wrote.');
  process.exit(findings.length === 0 || keep ? 0 : 1);
}
