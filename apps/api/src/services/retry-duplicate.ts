import { isDuplicateKey } from '@rollcall/db';

const TRIES = 4;

/**
 * Runs a transaction again if it lost a race for a unique index. Two writers at once usually meet as a write conflict, which
 * the driver repeats by itself; if the first one has just committed, the second one sees a duplicate key instead.
 */
export async function retryDuplicate<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !isDuplicateKey(error)) throw error;
    }
  }
}
