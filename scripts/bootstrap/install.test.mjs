import { expect, test } from 'vitest';
import { explainInstallFailure, isInstalled } from './install.mjs';

const machine = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const locked = {
  '': { name: 'rollcall' },
  'packages/db': { version: '0.1.0' },
  'node_modules/@rollcall/db': { link: true },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/sharp-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  'node_modules/sharp-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/sharp-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
  'node_modules/sharp-wasm': { version: '1.0.0', optional: true },
};
const installed = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/sharp-linux': { version: '1.0.0' } };

test('a tree with every package this machine needs is right', () => {
  expect(isInstalled(locked, installed, machine)).toBe(true);
});

test('a package of another version, or none, makes the tree wrong', () => {
  expect(isInstalled(locked, { ...installed, 'node_modules/zod': { version: '4.6.6' } }, machine)).toBe(false);
  expect(isInstalled(locked, {}, machine)).toBe(false);
});

test('the binary for this machine must be there, those for other machines need not', () => {
  expect(isInstalled(locked, { 'node_modules/zod': { version: '4.6.7' } }, machine)).toBe(false);
  expect(isInstalled(locked, installed, { os: 'darwin', cpu: 'arm64', libc: 'musl' })).toBe(false);
});

test.each([
  ['getaddrinfo EAI_AGAIN somewhere', 'connect to the network'],
  ['npm error network connect ECONNREFUSED', 'connect to the network'],
  ['npm error ENOSPC: no space left on device', 'free some space'],
  ['npm error EACCES: permission denied', 'another user'],
])('"%s" becomes one sentence that says what to do', (output, advice) => {
  expect(explainInstallFailure(output)).toContain(advice);
  expect(explainInstallFailure(output).split('\n')).toHaveLength(1);
});

test('an unknown failure shows the end of what npm said', () => {
  expect(explainInstallFailure('first\n\nlast\n')).toContain('first\nlast');
});
