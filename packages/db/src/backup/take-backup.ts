import type { mongoose } from '../models/mongoose-setup.js';
import type { ArchiveHeader } from './archive-format.js';
import { type OnBackupProgress, readSnapshot } from './read-snapshot.js';
import { TRANSIENT_COLLECTIONS } from './transient-collections.js';
import { type WrittenArchive, writeArchive } from './write-archive.js';

export interface BackupOptions {
  readonly file: string;
  readonly onProgress?: OnBackupProgress | undefined;
}

export interface TakenBackup extends WrittenArchive {
  readonly takenAt: Date;
  /** By collection: how many documents. */
  readonly collections: Readonly<Record<string, number>>;
}

type Parts = BackupOptions & {
  readonly connection: mongoose.Connection;
  readonly keysConnection: mongoose.Connection;
  readonly now: () => Date;
};

/** Writes everything but keys, and but what is worth nothing after a restore, into an archive. */
export async function takeDataBackup(parts: Parts): Promise<TakenBackup> {
  const applied = parts.connection.collection<{ _id: number }>('migrations');
  const newest = await applied.findOne({}, { sort: { _id: -1 } });
  return take(parts, parts.connection, { kind: 'DATA', migrationVersion: newest?._id ?? 0 }, TRANSIENT_COLLECTIONS);
}

/** Writes the wrapped keys and the ledger of what was erased into an archive of their own. */
export function takeKeysBackup(parts: Parts): Promise<TakenBackup> {
  return take(parts, parts.keysConnection, { kind: 'KEYS', migrationVersion: 0 }, new Set());
}

async function take(
  { file, onProgress = () => undefined, now, keysConnection }: Parts,
  connection: mongoose.Connection,
  about: Pick<ArchiveHeader, 'kind' | 'migrationVersion'>,
  without: ReadonlySet<string>,
): Promise<TakenBackup> {
  // Before anything is read: what is erased from now on is erased again by a restore.
  const takenAt = now();
  const header = { ...about, takenAt, systemKeys: await systemKeysOf(keysConnection) };
  let collections: Readonly<Record<string, number>> = {};
  const onHeader = (whole: ArchiveHeader): void => {
    collections = Object.fromEntries(whole.collections.map(({ name, documents }) => [name, documents]));
  };
  const body = readSnapshot({ connection, without, header, onHeader, onProgress });
  const written = await writeArchive(file, body);
  return { ...written, takenAt, collections };
}

async function systemKeysOf(connection: mongoose.Connection): Promise<Readonly<Record<string, string>>> {
  const keys = connection.collection<{ _id: string; ownerId: string }>('dataKeys');
  const found = await keys.find({ ownerId: { $regex: '^system:' } }, { projection: { ownerId: 1 } }).toArray();
  return Object.fromEntries(found.map(({ _id, ownerId }) => [ownerId, _id]));
}
