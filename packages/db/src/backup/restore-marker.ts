import type { mongoose } from '../models/mongoose-setup.js';

interface Marker {
  _id: string;
  startedAt: Date;
}

const RESTORE = 'restore';
const locksOf = (connection: mongoose.Connection) => connection.collection<Marker>('locks');

/** From here to `unmark` the database holds half of a backup, or people who are yet to be erased again: nothing else may open it. */
export async function markRestore(connection: mongoose.Connection, startedAt: Date): Promise<void> {
  await locksOf(connection).replaceOne({ _id: RESTORE }, { startedAt }, { upsert: true });
}

export async function isRestoreUnfinished(connection: mongoose.Connection): Promise<boolean> {
  return (await locksOf(connection).findOne({ _id: RESTORE })) !== null;
}

export async function unmarkRestore(connection: mongoose.Connection): Promise<void> {
  await locksOf(connection).deleteOne({ _id: RESTORE });
}
