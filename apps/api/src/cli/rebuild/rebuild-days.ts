import { createHash } from 'node:crypto';
import type { Database, Employee } from '@rollcall/db';
import { readEnv } from '../../env.js';
import { checkRange } from '../../local-dates/date-range.js';
import { now } from '../../services/open-rollcall-database.js';
import { progressBar } from '../cli-progress.js';
import type { CliState } from '../cli-state.js';
import { CliError } from '../exit-codes.js';
import { withDatabase } from '../with-database.js';
import { printDays } from './print-days.js';
import { rebuildOnThreads } from './rebuild-threads.js';

export interface RebuildFlags {
  readonly from: string;
  readonly to: string;
  readonly employee?: string;
  readonly json?: boolean;
}

const MAX_REBUILD_DAYS = 1_100;

/**
 * Computes days anew and tells what came of it. With `json` the days themselves go to standard output, and what is another with
 * each run (how many were written, how long it took) to standard error.
 *
 * @throws CliError if there is no such employee or no running server
 * @throws DomainError BAD_USER_INPUT if the range is reversed or too long
 */
export async function rebuildDays(state: CliState, { from, to, employee, json }: RebuildFlags): Promise<void> {
  checkRange({ from, to }, MAX_REBUILD_DAYS);
  const startedAt = performance.now();
  const bar = progressBar();
  const env = readEnv();
  await withDatabase(env, async ({ repositories }, uri) => {
    const ids = await idsOf(repositories, employee);
    const task = { range: { from, to }, asOf: now() };
    const { count, records, digests } = await rebuildOnThreads({ env, uri }, ids, task, (done) =>
      bar.onProgress({ stage: 'people', done, total: ids.length }),
    ).finally(bar.end);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const digest = createHash('sha256').update(digests.join('\n')).digest('hex');
    const { people, written, removed, unchanged, unjudged } = count;
    const told = `${people} people, ${records} days: ${written} written, ${removed} removed, ${unchanged} as before; ${seconds} s`;
    if (unjudged > 0) state.terminal.error(`${unjudged} people were passed over: their roster contradicts itself.`);
    if (json) {
      state.terminal.error(told);
      const frame = { head: { from, to, employee: employee ?? null }, foot: { people, unjudged, records, digest } };
      await printDays(state.terminal, frame, {
        people: employee === undefined ? repositories.employees.each({}) : peopleOf(repositories, ids),
        daysOf: (employeeId) => repositories.dayRecords.each({ employeeId, from, to }),
      });
      return;
    }
    state.terminal.out(told);
    state.terminal.out(`digest of the days: ${digest}`);
  }).finally(bar.end);
}

async function* peopleOf({ employees }: Database['repositories'], ids: readonly string[]): AsyncGenerator<Employee> {
  yield* await employees.listByIds(ids);
}

/** In one order, so that equal days have an equal digest. */
async function idsOf({ employees }: Database['repositories'], number: string | undefined): Promise<readonly string[]> {
  if (number !== undefined) {
    const found = await employees.findByNumber(number);
    if (found === null) throw new CliError(`There is no employee ${number}.`);
    return [found.id];
  }
  const ids: string[] = [];
  for await (const { id } of employees.each({})) ids.push(id);
  return ids.sort();
}
