import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CHECK = path.join(import.meta.dirname, 'live/every-event-is-seen.mjs');
/** The short form of `npm run check:every-event-is-seen`. */
const SHORT = ['--listeners', '12', '--kills', '1', '--rate', '20', '--json'];

it('every listener sees every mark, in order, although the API it listens to is killed and started again', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [CHECK, ...SHORT]).catch(
    (failed: { stdout: string; stderr: string }) => {
      throw new Error(`the check failed:\n${failed.stdout}\n${failed.stderr}`);
    },
  );
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ listeners: 12, missed: 0, outOfOrder: 0, refusals: [] });
  expect(result.marks).toBeGreaterThan(20);
  expect(result.resumed).toBeGreaterThanOrEqual(6);
}, 200_000);
