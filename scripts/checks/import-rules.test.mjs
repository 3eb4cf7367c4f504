import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { inRoot } from '../bootstrap/paths.mjs';
import { findViolations } from './import-rules.mjs';
import { CLEAN, PLANTED } from './planted-violations.mjs';

// dependency-cruiser takes a second or two; the limit is for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const OURS = ['contracts', 'client', 'db', 'face-core', 'attendance'];

/** Lays out a tree that looks like ours: same folders, same package names, the real npm packages. */
function plant(...fileSets) {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'rollcall-imports-')));
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  mkdirSync(path.join(root, 'node_modules/@rollcall'), { recursive: true });
  for (const name of ['mongoose', 'graphql', 'typescript']) {
    symlinkSync(inRoot('node_modules', name), path.join(root, 'node_modules', name));
  }
  for (const folder of [...OURS.map((name) => `packages/${name}`), 'apps/api']) {
    const name = `@rollcall/${path.basename(folder)}`;
    write(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports: './dist/index.js' }));
    symlinkSync(path.join(root, folder), path.join(root, 'node_modules', name));
  }
  write('tsconfig.base.json', '{"compilerOptions":{"module":"NodeNext"}}');
  for (const files of fileSets) for (const [file, text] of Object.entries(files)) write(file, `${text}\n`);
  return root;
}

test('a tree that keeps the import rules passes', async () => {
  expect(await findViolations(plant(CLEAN))).toEqual([]);
});

test('every import rule finds the violation planted for it', async () => {
  const violations = await findViolations(plant(CLEAN, ...Object.values(PLANTED)));
  for (const [rule, files] of Object.entries(PLANTED)) {
    expect(violations).toContainEqual(expect.stringContaining(`${rule}: ${Object.keys(files)[0]} `));
  }
});

test('every import rule has a planted violation', () => {
  const { forbidden } = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs'));
  expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
});

test('a run that read no source file fails', async () => {
  const root = plant();
  mkdirSync(path.join(root, 'e2e'));
  expect(await findViolations(root)).not.toEqual([]);
});

test('a source file that dependency-cruiser skipped is reported', async () => {
  const root = plant(CLEAN, { 'packages/db/coverage/hidden.ts': "import 'mongoose';" });
  expect(await findViolations(root)).toEqual([]);
  mkdirSync(path.join(root, 'packages/db/src/playwright-report'), { recursive: true });
  writeFileSync(path.join(root, 'packages/db/src/playwright-report/a.ts'), "import 'mongoose';\n");
  expect(await findViolations(root)).toEqual([
    'packages/db/src/playwright-report/a.ts: not read by dependency-cruiser',
  ]);
});
