import type { mongoose } from '../models/mongoose-setup.js';
import type { DbSession } from './session.js';

/** Runs work that is written wholly or not at all. */
export type WithTransaction = <T>(work: (session: DbSession) => Promise<T>) => Promise<T>;

/**
 * Transactions on one connection: snapshot reads, acknowledged by a majority and the journal. The driver runs the work again
 * after a transient error (a write conflict, a new primary) with growing pauses, so the work must have no effect but its
 * writes, and must pass the session to every one of them.
 */
export function transactionsOn(connection: mongoose.Connection): WithTransaction {
  return async (work) => {
    const session = await connection.startSession();
    try {
      return await session.withTransaction(() => work(session), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
        readPreference: 'primary',
        maxCommitTimeMS: 10_000,
      });
    } finally {
      await session.endSession();
    }
  };
}
