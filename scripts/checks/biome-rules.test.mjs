import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inRoot, TOOLS } from '../bootstrap/paths.mjs';

const ENVIRONMENT = 'export const port = process.env.API_PORT;\n';
const DEFAULT_EXPORT = 'export default function page() {}\n';

const REFUSED = [
  ['a default export', 'packages/db/src/a.ts', DEFAULT_EXPORT, 'noDefaultExport'],
  ['process.env outside env.ts', 'apps/api/src/b.ts', ENVIRONMENT, 'noProcessEnv'],
  ['process.env in the dashboard', 'apps/dashboard/features/c.ts', ENVIRONMENT, 'noProcessEnv'],
  ['any', 'packages/db/src/d.ts', 'export const x: any = 1;\n', 'noExplicitAny'],
  ['console.log in a server', 'apps/api/src/e.ts', "console.log('x');\n", 'noConsole'],
  ['a test left alone with .only', 'packages/db/src/f.test.ts', "test.only('x', () => {});\n", 'noFocusedTests'],
  ['a skipped test', 'packages/db/src/g.test.ts', "test.skip('x', () => {});\n", 'noSkippedTests'],
];

const ALLOWED = [
  ['process.env in env.ts', 'apps/api/src/env.ts', ENVIRONMENT],
  ['the default export of a page, which Next demands', 'apps/dashboard/app/page.tsx', DEFAULT_EXPORT],
];

/** Lints all of these files under our configuration in a folder of their own; answers "file: rule" for each finding. */
function lintAll() {
  const root = mkdtempSync(path.join(tmpdir(), 'rollcall-biome-'));
  const config = JSON.parse(readFileSync(inRoot('biome.json'), 'utf8'));
  writeFileSync(path.join(root, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const [, file, text] of [...REFUSED, ...ALLOWED]) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const args = [TOOLS.biome, 'lint', '--colors=off', '--max-diagnostics=none', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return [...`${stdout}${stderr}`.matchAll(/^(\S+?):\d+:\d+ lint\/\w+\/(\w+)/gm)].map(
    ([, file, rule]) => `${file}: ${rule}`,
  );
}

const findings = lintAll();

test.each(REFUSED)('%s is refused', (_what, file, _text, rule) => {
  expect(findings).toContain(`${file}: ${rule}`);
});

test.each(ALLOWED)('%s is allowed', (_what, file) => {
  expect(findings.filter((finding) => finding.startsWith(file))).toEqual([]);
});
