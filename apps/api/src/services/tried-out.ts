import type { DbSession, WithTransaction } from '@rollcall/db';

class NotKept extends Error {}

/** What the work comes to, done for real in a transaction that is taken back: nothing of it stays. @throws what the work throws */
export async function triedOut<T>(
  withTransaction: WithTransaction,
  work: (session: DbSession) => Promise<T>,
): Promise<T> {
  const results: T[] = [];
  try {
    await withTransaction(async (session) => {
      results.push(await work(session));
      throw new NotKept();
    });
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
  }
  const [result] = results.slice(-1);
  if (results.length === 0) throw new Error('The transaction ended without its work.');
  return result as T;
}
