import type { mongoose } from '../models/mongoose-setup.js';

type Native = NonNullable<mongoose.Connection['db']>;
export type SnapshotCollection = ReturnType<Native['collection']>;

export interface Snapshot {
  /** Every read of it needs the session. */
  collection(name: string): SnapshotCollection;
  readonly session: mongoose.ClientSession;
}

/**
 * Reads that all see one moment, that of the first of them, while others write. The read concern has to be said for each
 * collection: the one of the connection (`majority`) would silently win over the session's.
 *
 * @throws MongoServerError 239 or 246 if MongoDB no longer keeps that moment (by default five minutes)
 */
export async function openSnapshot(connection: mongoose.Connection): Promise<Snapshot> {
  const session = await connection.startSession({ snapshot: true });
  const db = nativeOf(connection);
  return { session, collection: (name) => db.collection(name, { readConcern: { level: 'snapshot' } }) };
}

/** The driver's handle, past the models. */
export function nativeOf({ db }: mongoose.Connection): Native {
  if (db === undefined) throw new Error('The connection names no database.');
  return db;
}
