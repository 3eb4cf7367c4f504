import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findDrift } from './generated-files.mjs';

let cwd;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'rollcall-generated-'));
  mkdirSync(path.join(cwd, 'gql'));
});

/** A generator that writes these files. */
function generator(target, files) {
  const lines = Object.entries(files).map(([file, text]) => `writeFileSync('${file}', '${text}');`);
  writeFileSync(path.join(cwd, 'generate.mjs'), `import { writeFileSync } from 'node:fs';\n${lines.join('\n')}`);
  return [{ target: path.join(cwd, target), args: ['generate.mjs'], cwd }];
}

const read = (file) => readFileSync(path.join(cwd, file), 'utf8');

test('files that the generator would write the same way have not drifted', async () => {
  writeFileSync(path.join(cwd, 'gql/a.ts'), 'a');
  expect(await findDrift(generator('gql', { 'gql/a.ts': 'a' }))).toEqual([]);
});

test('a changed, a missing and a left-over file are named, and the files stay as they were', async () => {
  writeFileSync(path.join(cwd, 'gql/a.ts'), 'old');
  const drift = await findDrift(generator('gql', { 'gql/a.ts': 'new', 'gql/b.ts': 'b' }));
  expect(drift.map((line) => path.relative(cwd, line))).toEqual(['gql/a.ts differs', 'gql/b.ts differs']);
  expect(read('gql/a.ts')).toBe('old');
  expect(() => read('gql/b.ts')).toThrow('ENOENT');
});

test('a generator that fails or writes nothing is a finding', async () => {
  const [broken] = generator('schema.graphql', {});
  expect(await findDrift([broken])).toEqual([`${broken.target}: nothing was generated`]);
  expect(await findDrift([{ ...broken, args: ['missing.mjs'] }])).toContainEqual(expect.stringContaining('failed'));
});

test('when asked, the new files are kept', async () => {
  writeFileSync(path.join(cwd, 'schema.graphql'), 'old');
  await findDrift(generator('schema.graphql', { 'schema.graphql': 'new' }), { keep: true });
  expect(read('schema.graphql')).toBe('new');
});
