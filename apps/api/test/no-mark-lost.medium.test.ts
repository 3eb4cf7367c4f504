import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CHECK = path.join(import.meta.dirname, 'durability/no-mark-lost.mjs');
/** The short form of `npm run check:no-mark-lost`. */
const SHORT = ['--kills', '2', '--freezes', '0', '--stops', '0', '--rate', '10', '--people', '20', '--json'];

it('no acknowledged mark is lost or double when API and MongoDB are killed under load, and the check can fail', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [CHECK, ...SHORT]).catch(
    (failed: { stdout: string; stderr: string }) => {
      throw new Error(`the check failed:\n${failed.stdout}\n${failed.stderr}`);
    },
  );
  const result = JSON.parse(stdout);
  expect(result.faults).toEqual([]);
  expect(result.oneKey).toEqual({ calls: 100, events: 1, equalAnswers: 100, conflict: 'IDEMPOTENCY_CONFLICT' });
  expect(result.acknowledged).toBeGreaterThan(0);
  expect(result.sentAgain).toBeGreaterThan(0);
  expect(result.plantedFaults).toEqual({ planted: 3, found: 3 });
}, 400_000);
