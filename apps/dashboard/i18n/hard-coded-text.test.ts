import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test, vi } from 'vitest';
import { flatten } from './catalogue';
import english from './messages/en.json';
import { findHardCodedText } from './testing/hard-coded-text';

// Some 300 files take two seconds; the limit is for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DASHBOARD = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['app', 'components', 'features', 'lib'];

const KEYS = new Set([...flatten(english).keys()].map((key) => key.slice(key.lastIndexOf('.') + 1)));

function listSources(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(DASHBOARD, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
}

test('no text for people stands outside the catalogue', () => {
  const files = listSources();
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    findHardCodedText(file, readFileSync(path.join(DASHBOARD, file), 'utf8'), KEYS).map((line) => `${file}:${line}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ['between tags', 'const a = <p>Hello</p>;', 'Hello'],
  ['between tags, as an expression', "const a = <p>{'Hello'}</p>;", 'Hello'],
  ['in one branch of a choice', "const a = <p>{isOpen ? t('open') : 'closed'}</p>;", 'closed'],
  ['after a condition', "const a = <p>{isOpen && 'open'}</p>;", 'open'],
  ['in place of nothing', "const a = <p>{name ?? 'nobody'}</p>;", 'nobody'],
  ['around what is filled in', `const a = <p>{\`Page $\{page}\`}</p>;`, 'Page'],
  ['in an aria-label', 'const a = <a aria-label="close" />;', 'close'],
  ['in a placeholder', "const a = <input placeholder={'name'} />;", 'name'],
  ['in a title', `const a = <a title={\`of $\{name}\`} />;`, 'of'],
  ['in an alt', 'const a = <img alt="photo" />;', 'photo'],
  ['in a property that is seen', "show({ message: 'is saved' });", 'is saved'],
  ['in a property with a quoted name', "const a = <X closeProps={{ 'aria-label': 'close it' }} />;", 'close it'],
  ['in a message of a form', "const a = { validate: { name: isNotEmpty('name needed') } };", 'name needed'],
  ['anywhere, if it is a sentence', "const NOTE = 'Enter your name';", 'Enter your name'],
])('text is found %s', (_where, source, text) => {
  expect(findHardCodedText('a.tsx', source, KEYS)).toEqual([`1: ${text}`]);
});

it.each([
  ['a text of the catalogue', "const a = <p aria-label={t('close')}>{t('title')}</p>;"],
  ['a sign', 'const a = <p>–</p>;'],
  ['a class, a path, a kind', 'const a = <a className="link" href="/privacy" type="button" data-tone="good" />;'],
  ['a condition', "const a = <p>{kind === 'PDF' && t('pdf')}</p>;"],
  ['a key of the catalogue in a table', "const ITEMS = [{ href: '/overview', label: 'overview' }];"],
  ['the message of an error', "reject(new RangeError('The port is no number'));"],
])('no text is %s', (_what, source) => {
  expect(findHardCodedText('a.tsx', source, KEYS)).toEqual([]);
});
