import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Env } from '../../env.js';
import type { DateRange } from '../../local-dates/date-range.js';
import { addCounts, NOTHING_REBUILT, type RebuildCount } from '../../modules/attendance/attendance-day.service.js';

/** What a thread needs to open the database for itself. */
export interface RebuildThreadData {
  readonly env: Env;
  readonly uri: string;
}

export interface RebuildTask {
  readonly employeeIds: readonly string[];
  readonly range: DateRange;
  readonly asOf: Date;
}

export interface RebuiltPeople {
  readonly count: RebuildCount;
  readonly records: number;
  /** SHA-256 over the ids and digests of the stored days of these people, by id. */
  readonly digest: string;
}

/** What all batches came to, in the order they were given. */
export interface RebuiltDays {
  readonly count: RebuildCount;
  readonly records: number;
  readonly digests: readonly string[];
}

const PEOPLE_AT_ONCE = 25;
/** More would wait for the database. */
const MAX_THREADS = 4;
/** A month of one person is some hundred kilobytes that live for milliseconds: they should never reach the old generation. */
const YOUNG_GENERATION_MB = 64;

/**
 * Rebuilds the days of these people on all processors: each thread judges some people at a time, in a transaction and on a
 * connection of its own. One person's days are always judged by one thread.
 *
 * @param onProgress how many people are done
 * @throws Error of the first batch that failed; batches that were done stay done
 */
export async function rebuildOnThreads(
  data: RebuildThreadData,
  employeeIds: readonly string[],
  task: Omit<RebuildTask, 'employeeIds'>,
  onProgress: (done: number) => void,
): Promise<RebuiltDays> {
  const batches = batchesOf(employeeIds);
  const threads = Math.max(1, Math.min(availableParallelism(), MAX_THREADS, batches.length));
  const pool = new Tinypool({
    filename: new URL('./rebuild-thread.js', import.meta.url).href,
    runtime: 'worker_threads',
    workerData: data,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  try {
    let done = 0;
    const rebuilt = await Promise.all(
      batches.map(async (batch): Promise<RebuiltPeople> => {
        const people = await pool.run({ ...task, employeeIds: batch } satisfies RebuildTask, { name: 'rebuildPeople' });
        done += batch.length;
        onProgress(done);
        return people;
      }),
    );
    return {
      count: rebuilt.reduce((sum, { count }) => addCounts(sum, count), NOTHING_REBUILT),
      records: rebuilt.reduce((sum, { records }) => sum + records, 0),
      digests: rebuilt.map(({ digest }) => digest),
    };
  } finally {
    await pool.destroy();
  }
}

function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / PEOPLE_AT_ONCE) }, (_, batch) =>
    ids.slice(batch * PEOPLE_AT_ONCE, (batch + 1) * PEOPLE_AT_ONCE),
  );
}
