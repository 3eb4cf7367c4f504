import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../bootstrap/paths.mjs';
import { findLockfileFaults } from './lockfile.mjs';

test('the lockfile holds the packages of every platform and no address of a registry', () => {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(findLockfileFaults(packages)).toEqual([]);
});

test('a binary of another platform that is not locked is found', () => {
  const packages = {
    '': { dependencies: { tool: '1.0.0' } },
    'node_modules/tool': { version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } },
    'node_modules/tool-linux': { version: '1.0.0' },
  };
  expect(findLockfileFaults(packages)).toEqual(['node_modules/tool needs tool-mac, which is not locked']);
});

test('a package inside another, or of a workspace, is found where Node.js looks', () => {
  const packages = {
    'apps/api': { dependencies: { a: '1.0.0' } },
    'apps/api/node_modules/a': { version: '1.0.0', dependencies: { b: '1.0.0', c: '1.0.0' } },
    'apps/api/node_modules/a/node_modules/b': { version: '1.0.0', dependencies: { c: '1.0.0' } },
    'node_modules/c': { version: '1.0.0' },
  };
  expect(findLockfileFaults(packages)).toEqual([]);
});

test('the address of a registry is found', () => {
  const packages = { 'node_modules/a': { version: '1.0.0', resolved: 'https://mirror.example.test/a.tgz' } };
  expect(findLockfileFaults(packages)).toEqual(['node_modules/a names the address of a registry']);
});
