import { DomainError } from '@rollcall/contracts';
import type { SourceRow } from './device-log.types.js';

/** Four marks a day of 1,000 people over 300 days, and some more. */
export const MAX_IMPORT_ROWS = 2_000_000;
const ROWS_BETWEEN_CHECKS = 10_000;

/**
 * Reads all rows and counts them.
 *
 * @throws DomainError BAD_USER_INPUT if there are too many, and whatever reading them throws
 */
export async function countRows(rows: AsyncIterable<SourceRow>, check: () => void): Promise<number> {
  let count = 0;
  for await (const _ of rows) {
    count += 1;
    if (count > MAX_IMPORT_ROWS) {
      const problem = `The file has more than ${MAX_IMPORT_ROWS} rows. Split it.`;
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem } });
    }
    if (count % ROWS_BETWEEN_CHECKS === 0) check();
  }
  return count;
}

/** All rows but the first `skip`, so many at a time. */
export async function* inBatches<R>(rows: AsyncIterable<R>, size: number, skip = 0): AsyncGenerator<readonly R[]> {
  let batch: R[] = [];
  let passed = 0;
  for await (const row of rows) {
    passed += 1;
    if (passed <= skip) continue;
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
