import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { firstLoads } from './first-load.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-first-load-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPTS = { 'root.js': 'root '.repeat(50), 'shared.js': 'shared '.repeat(90), 'own.js': 'own '.repeat(400) };
const gzipped = (...names) => names.reduce((sum, name) => sum + gzipSync(SCRIPTS[name]).length, 0);

function writePage(dir, entryJSFiles) {
  mkdirSync(path.join(folder, 'server/app', dir), { recursive: true });
  const text = `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST[${JSON.stringify(`/${dir}/page`)}] = ${JSON.stringify({ entryJSFiles })}`;
  writeFileSync(path.join(folder, 'server/app', dir, 'page_client-reference-manifest.js'), text);
}

test('a page loads the scripts of every page, of its layouts and its own, each once, and is named by its address', () => {
  for (const [name, text] of Object.entries(SCRIPTS)) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, 'build-manifest.json'), JSON.stringify({ rootMainFiles: ['root.js'] }));
  writePage('(app)/people/[id]', { layout: ['shared.js'], page: ['shared.js', 'own.js'] });
  writePage('.', { layout: ['shared.js'] });
  expect(firstLoads(folder)).toEqual([
    { route: '/people/[id]', bytes: gzipped('root.js', 'shared.js', 'own.js'), files: 3 },
    { route: '/', bytes: gzipped('root.js', 'shared.js'), files: 2 },
  ]);
});

test('a script that is named and not there is an error, not nothing', () => {
  writePage('broken', { page: ['lost.js'] });
  expect(() => firstLoads(folder)).toThrow(/lost\.js/);
});
