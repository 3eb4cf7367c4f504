import { mongoose } from '../models/mongoose-setup.js';
import { type ArchivedCollection, type ArchiveHeader, type ArchiveKind, decodeHeader } from './archive-format.js';
import { BackupError } from './backup.error.js';
import { archiveDocuments } from './read-archive.js';

export interface ArchivedDocument {
  readonly collection: ArchivedCollection;
  readonly bytes: Buffer;
  /** The document as the models read it. */
  read(): unknown;
}

const WORDS: Readonly<Record<ArchiveKind, string>> = { DATA: 'the data', KEYS: 'the keys' };

/**
 * What an archive that was checked says of itself.
 *
 * @throws BackupError if it is of the other kind
 */
export async function readHeader(file: string, kind: ArchiveKind): Promise<ArchiveHeader> {
  for await (const bytes of archiveDocuments(file)) {
    const header = decodeHeader(bytes);
    if (header.kind !== kind)
      throw new BackupError(`${file} is a copy of ${WORDS[header.kind]}, not of ${WORDS[kind]}.`);
    return header;
  }
  throw new BackupError(`${file} is empty.`);
}

/**
 * The documents of an archive that was checked, each with the collection it belongs to.
 *
 * @throws BackupError if it is of the other kind; Error if it holds fewer documents than it says
 */
export async function* archiveContents(file: string, kind: ArchiveKind): AsyncGenerator<ArchivedDocument> {
  const { collections } = await readHeader(file, kind);
  const documents = archiveDocuments(file);
  try {
    await documents.next();
    for (const collection of collections) {
      for (let i = 0; i < collection.documents; i += 1) {
        const { value: bytes, done } = await documents.next();
        if (done === true) throw new Error('The archive ends before its last document.');
        yield { collection, bytes, read: () => mongoose.mongo.BSON.deserialize(bytes, { promoteBuffers: true }) };
      }
    }
  } finally {
    await documents.return(undefined);
  }
}
