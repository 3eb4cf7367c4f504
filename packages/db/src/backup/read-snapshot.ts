import { nativeOf, openSnapshot, type Snapshot } from '../connection/snapshot.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { type ArchivedCollection, type ArchiveHeader, countDocuments, encodeHeader } from './archive-format.js';
import { BackupError } from './backup.error.js';

/** Told after each collection's documents were read, and now and then in between. */
export type OnBackupProgress = (progress: { readonly done: number; readonly total: number }) => void;

export interface SnapshotOptions {
  readonly connection: mongoose.Connection;
  /** Collections that are left out. */
  readonly without: ReadonlySet<string>;
  readonly header: Omit<ArchiveHeader, 'collections'>;
  /** Called before the first document is given out. */
  readonly onHeader: (header: ArchiveHeader) => void;
  readonly onProgress: OnBackupProgress;
}

const DOCUMENTS_AT_ONCE = 1_000;
/** MongoDB no longer holds, or cannot give, the moment that is read. */
const SNAPSHOT_GONE = new Set([239, 246]);

/**
 * The header and every document of a database as they were at one moment, while others write.
 *
 * @throws BackupError if MongoDB does not keep that moment for as long as reading takes
 */
export async function* readSnapshot(options: SnapshotOptions): AsyncGenerator<Buffer> {
  const { connection, onHeader, onProgress } = options;
  const snapshot = await openSnapshot(connection);
  const { session } = snapshot;
  try {
    const header: ArchiveHeader = { ...options.header, collections: await listCollections(options, snapshot) };
    onHeader(header);
    yield encodeHeader(header);
    const total = countDocuments(header);
    let done = 0;
    for (const { name, documents } of header.collections) {
      const before = done;
      const cursor = snapshot.collection(name).find({}, { session, raw: true, batchSize: DOCUMENTS_AT_ONCE });
      for await (const document of cursor) {
        yield document as unknown as Buffer;
        done += 1;
        if (done % DOCUMENTS_AT_ONCE === 0) onProgress({ done, total });
      }
      if (done - before !== documents)
        throw new Error(`${name} gave ${done - before} documents instead of ${documents}`);
    }
    onProgress({ done, total });
  } catch (error) {
    if (!SNAPSHOT_GONE.has((error as { code?: number }).code ?? 0)) throw error;
    throw new BackupError(
      'MongoDB did not keep one moment for as long as the backup took. Set its parameter minSnapshotHistoryWindowInSeconds to more, and try again.',
      { cause: error },
    );
  } finally {
    await session.endSession();
  }
}

async function listCollections(
  { connection, without }: SnapshotOptions,
  { session, collection }: Snapshot,
): Promise<readonly ArchivedCollection[]> {
  const db = nativeOf(connection);
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: false }).toArray();
  const kept = listed.filter(({ name }) => !name.startsWith('system.') && !without.has(name));
  const collections: ArchivedCollection[] = [];
  for (const { name, options = {} } of kept.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const indexes = await db.collection(name).listIndexes().toArray();
    const [counted] = await collection(name)
      .aggregate<{ n: number }>([{ $count: 'n' }], { session })
      .toArray();
    collections.push({ name, options, indexes, documents: counted?.n ?? 0 });
  }
  return collections;
}
