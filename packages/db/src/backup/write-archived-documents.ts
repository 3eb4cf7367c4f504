import type { mongoose } from '../models/mongoose-setup.js';
import { archiveContents } from './archive-contents.js';
import { type ArchivedCollection, type ArchiveHeader, countDocuments, decodeExactly } from './archive-format.js';
import type { OnBackupProgress } from './read-snapshot.js';

type NativeDb = NonNullable<mongoose.Connection['db']>;

const BATCH_DOCUMENTS = 1_000;
const BATCH_BYTES = 8 * 1024 * 1024;

/** Makes the collections of an archive, writes their documents as they were, and then their indexes: faster than before them. */
export async function writeArchivedDocuments(
  db: NativeDb,
  file: string,
  header: ArchiveHeader,
  onProgress: OnBackupProgress,
): Promise<void> {
  for (const { name, options } of header.collections) await db.createCollection(name, { ...options });
  const total = countDocuments(header);
  let done = 0;
  for await (const { name, documents } of batches(file)) {
    await db.collection(name).insertMany(documents.map(decodeExactly) as never[], { ordered: false });
    done += documents.length;
    onProgress({ done, total });
  }
  for (const collection of header.collections) await createIndexes(db, collection);
}

interface Batch {
  readonly name: string;
  readonly documents: readonly Buffer[];
}

/** Documents of one collection at a time, as many as one message to the server should carry. */
async function* batches(file: string): AsyncGenerator<Batch> {
  let documents: Buffer[] = [];
  let bytes = 0;
  let name = '';
  for await (const one of archiveContents(file, 'DATA')) {
    const isFull = documents.length >= BATCH_DOCUMENTS || bytes + one.bytes.length > BATCH_BYTES;
    if (documents.length > 0 && (isFull || one.collection.name !== name)) {
      yield { name, documents };
      documents = [];
      bytes = 0;
    }
    name = one.collection.name;
    documents.push(one.bytes);
    bytes += one.bytes.length;
  }
  if (documents.length > 0) yield { name, documents };
}

async function createIndexes(db: NativeDb, { name, indexes }: ArchivedCollection): Promise<void> {
  const own = indexes.filter((index) => index.name !== '_id_');
  if (own.length > 0) await db.command({ createIndexes: name, indexes: own, writeConcern: { w: 'majority' } });
}
