import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assertReportFolder } from './report-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-reports-'));

test('a folder, and one that has yet to be made, will do, and is not made', async () => {
  await assertReportFolder(folder);
  await assertReportFolder(join(folder, 'new', 'deeper'));
  expect(existsSync(join(folder, 'new'))).toBe(false);
});

test('a file, and a folder below a file, is refused by name', async () => {
  const file = join(folder, 'report.json');
  writeFileSync(file, '{}');
  for (const path of [file, join(file, 'deeper')])
    await expect(assertReportFolder(path)).rejects.toThrow(`${file} is a file. Name a folder for the reports.`);
});
