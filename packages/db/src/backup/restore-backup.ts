import { openConnection } from '../connection/open-connection.js';
import { nativeOf } from '../connection/snapshot.js';
import type { MasterKeyRing } from '../crypto/master-key.js';
import { MIGRATIONS } from '../migrations/run-migrations.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { readHeader } from './archive-contents.js';
import { countDocuments } from './archive-format.js';
import { BackupError } from './backup.error.js';
import { checkArchive } from './read-archive.js';
import type { OnBackupProgress } from './read-snapshot.js';
import { planKeys, writeKeys } from './restore-keys.js';
import { isRestoreUnfinished, markRestore } from './restore-marker.js';
import { writeArchivedDocuments } from './write-archived-documents.js';

export interface RestoreOptions {
  readonly uri: string;
  readonly keysUri?: string | undefined;
  readonly masterKeys: MasterKeyRing;
  readonly file: string;
  /** A copy of the keys, where they are not in their database any more. */
  readonly keysFile?: string | undefined;
  readonly now: () => Date;
  readonly onProgress?: OnBackupProgress | undefined;
}

export interface RestoredBackup {
  readonly takenAt: Date;
  readonly sha256: string;
  readonly collections: number;
  readonly documents: number;
}

/**
 * Puts a backup into a database without people and marks. Everything is checked before anything is written. Afterwards only
 * `openDatabase` with `isRestoring` opens it, until `finishRestore`: people who were erased since are in it again. Cut off, it
 * begins anew the next time.
 *
 * @throws BackupError in one sentence, with nothing written
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { uri, keysUri, file, keysFile, masterKeys, now, onProgress = () => undefined } = options;
  const sha256 = await checkArchive(file);
  const header = await readHeader(file, 'DATA');
  const known = MIGRATIONS.at(-1)?.version ?? 0;
  if (header.migrationVersion > known)
    throw new BackupError(
      `${file} is of version ${header.migrationVersion} of the database, this program knows version ${known}. Restore it with the newer program.`,
    );
  if (keysFile !== undefined) {
    await checkArchive(keysFile);
    await readHeader(keysFile, 'KEYS');
  }
  const connection = await openConnection(uri);
  try {
    await checkUnused(connection);
    const keys = keysUri === undefined ? connection.useDb(`${connection.name}_keys`) : await openConnection(keysUri);
    try {
      const plan = await planKeys(keys, header, keysFile, masterKeys);
      await markRestore(connection, now());
      await writeKeys(keys, plan);
    } finally {
      if (keysUri !== undefined) await keys.close();
    }
    await dropAll(connection);
    await writeArchivedDocuments(nativeOf(connection), file, header, onProgress);
  } finally {
    await connection.close();
  }
  const { takenAt, collections } = header;
  return { takenAt, sha256, collections: collections.length, documents: countDocuments(header) };
}

/** @throws BackupError */
async function checkUnused(connection: mongoose.Connection): Promise<void> {
  if (await isRestoreUnfinished(connection)) return;
  for (const name of ['employees', 'attendanceEvents'])
    if ((await connection.collection(name).findOne({}, { projection: { _id: 1 } })) !== null)
      throw new BackupError(
        'This database is in use: it holds people or marks. A backup is restored into an empty one.',
      );
}

async function dropAll(connection: mongoose.Connection): Promise<void> {
  const listed = await nativeOf(connection).listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  for (const { name } of listed)
    if (name !== 'locks' && !name.startsWith('system.')) await nativeOf(connection).dropCollection(name);
}
