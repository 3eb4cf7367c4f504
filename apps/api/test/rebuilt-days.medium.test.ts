import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { formatMasterKeys } from '@rollcall/db';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '../src/local-dates/date-range.js';
import { openWorkDays, type WorkDays } from './testing/work-days.js';

const CLI = fileURLToPath(new URL('../bin/rollcall.js', import.meta.url));
const MONDAY = '2026-03-23';
const SUNDAY = '2026-03-29';
const LEVERS = {
  breaks: [{ name: 'Lunch', isPaid: false, minutes: 30, afterWorkedMinutes: 360 }],
  lateGraceMinutes: 5,
};

let work: WorkDays;

/** What the command writes to standard output, byte for byte, and what it tells beside it. */
async function rebuild(...more: readonly string[]): Promise<{ bytes: Buffer; told: string }> {
  const args = [CLI, 'attendance', 'rebuild', '--from', MONDAY, '--to', SUNDAY, '--json', ...more];
  const keys = formatMasterKeys(work.database.masterKeys);
  const env = { PATH: process.env.PATH, MONGODB_URI: work.database.uri, ROLLCALL_MASTER_KEY: keys };
  const options = { env, encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options);
  return { bytes: stdout, told: String(stderr) };
}

beforeAll(async () => {
  work = await openWorkDays();
  const defaultShiftId = await work.shift(LEVERS);
  // More people than one thread takes at once, made in another order than that of their numbers.
  for (let index = 29; index >= 0; index -= 1) {
    const person = await work.person({ defaultShiftId, number: `E${index + 1}` });
    for (let day = 0; day < 5; day += 1)
      await work.marks(person, addDays(MONDAY, day), [`09:${String((index + day) % 60).padStart(2, '0')}`, '17:03']);
  }
});

it('rebuilding twice, and after all days were deleted, prints the same bytes', async () => {
  const first = await rebuild();
  const again = await rebuild();
  await work.repositories.dayRecords.removeDays({ from: MONDAY, to: SUNDAY });
  const anew = await rebuild();
  expect([again.bytes.equals(first.bytes), anew.bytes.equals(first.bytes)]).toEqual([true, true]);
  // What differs from run to run is told beside it.
  expect([first.told, again.told, anew.told]).toEqual([
    expect.stringContaining('210 written, 0 removed, 0 as before'),
    expect.stringContaining('0 written, 0 removed, 210 as before'),
    expect.stringContaining('210 written, 0 removed, 0 as before'),
  ]);
});

it('prints each stored verdict once, by employee number as people count and by date', async () => {
  const { days, ...rest } = JSON.parse(String((await rebuild()).bytes));
  expect(rest).toEqual({
    ...{ from: MONDAY, to: SUNDAY, employee: null },
    ...{ people: 30, unjudged: 0, records: 210, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  type Printed = { employeeNumber: string; digest: string; verdict: { employeeId: string; workDate: string } };
  const order = days.map(({ employeeNumber, verdict }: Printed) => `${employeeNumber} ${verdict.workDate}`);
  const expected = Array.from({ length: 30 }, (_, index) =>
    Array.from({ length: 7 }, (_, day) => `E${index + 1} ${addDays(MONDAY, day)}`),
  ).flat();
  expect(order).toEqual(expected);
  for (const { verdict, digest } of days as Printed[]) {
    const stored = await work.dayOf({ id: verdict.employeeId }, verdict.workDate);
    expect([stored?.detail, stored?.digest]).toEqual([JSON.stringify(verdict), digest]);
    expect(createHash('sha256').update(JSON.stringify(verdict)).digest('hex')).toBe(digest);
  }
});

it('a mark more is other bytes, and only in the day it belongs to', async () => {
  const before = String((await rebuild('--employee', 'E4')).bytes).split('\n');
  const person = await work.repositories.employees.findByNumber('E4');
  if (person === null) throw new Error('E4 is not there');
  await work.marks(person, SUNDAY, ['10:00']);
  const after = String((await rebuild('--employee', 'E4')).bytes).split('\n');
  const changed = after.filter((line, index) => line !== before[index]);
  expect(changed).toEqual([expect.stringContaining(`"workDate":"${SUNDAY}"`), expect.stringContaining('"records":7')]);
});
