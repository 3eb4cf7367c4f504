import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from './find-chromium.mjs';

afterEach(() => vi.unstubAllEnvs());

/** A folder with programs that answer `--version` with that exit code. */
function folderWith(programs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-chromium-'));
  for (const [name, code] of Object.entries(programs)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  }
  return folder;
}

test('a program on PATH that does not start is passed over', async () => {
  const stub = folderWith({ chromium: 1 });
  const real = folderWith({ 'google-chrome': 0 });
  vi.stubEnv('ROLLCALL_CHROMIUM', '');
  vi.stubEnv('PATH', `${stub}${path.delimiter}${real}`);
  expect(await findChromium()).toBe(path.join(real, 'google-chrome'));
});

test('the browser that ROLLCALL_CHROMIUM names goes first', async () => {
  const folder = folderWith({ mine: 0, chromium: 0 });
  vi.stubEnv('PATH', folder);
  vi.stubEnv('ROLLCALL_CHROMIUM', path.join(folder, 'mine'));
  expect(await findChromium()).toBe(path.join(folder, 'mine'));
});

test('a ROLLCALL_CHROMIUM that does not start is told, not replaced', async () => {
  vi.stubEnv('ROLLCALL_CHROMIUM', path.join(folderWith({ broken: 1 }), 'broken'));
  await expect(findChromium()).rejects.toThrow(/ROLLCALL_CHROMIUM is ".*broken", but that program does not start/);
});
