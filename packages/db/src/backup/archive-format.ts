import { mongoose } from '../models/mongoose-setup.js';

/**
 * An archive: a line of text with the version of the format; then, through gzip, BSON documents one after the other (a header,
 * then the documents of each collection, as many as the header says); then the SHA-256 of all before it, 32 bytes.
 */
export const ARCHIVE_VERSION = 1;
export const ARCHIVE_WORD = 'ROLLCALL BACKUP ';
export const ARCHIVE_LINE = Buffer.from(`${ARCHIVE_WORD}${ARCHIVE_VERSION}\n`, 'latin1');
export const HASH_BYTES = 32;

/** DATA: the main database. KEYS: the wrapped data keys and the ledger of what was erased. */
export const ARCHIVE_KINDS = ['DATA', 'KEYS'] as const;
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number];

export interface ArchivedCollection {
  readonly name: string;
  /** As `listCollections` gives them, for example a collation. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly indexes: readonly Readonly<Record<string, unknown>>[];
  readonly documents: number;
}

export interface ArchiveHeader {
  readonly kind: ArchiveKind;
  /** What was stored then is in the archive. */
  readonly takenAt: Date;
  /** The last migration that had run; 0 for keys. */
  readonly migrationVersion: number;
  /** Ids of the keys of the system by owner, so that a restore finds out before it writes whether they are there. */
  readonly systemKeys: Readonly<Record<string, string>>;
  readonly collections: readonly ArchivedCollection[];
}

const { BSON } = mongoose.mongo;

export const encodeHeader = (header: ArchiveHeader): Buffer => Buffer.from(BSON.serialize(header));
export const decodeHeader = (bytes: Uint8Array): ArchiveHeader => BSON.deserialize(bytes) as ArchiveHeader;

/** A document with the types it was stored with: an int stays an int, a long a long. */
export const decodeExactly = (bytes: Uint8Array): { readonly _id: unknown } =>
  BSON.deserialize(bytes, { promoteValues: false, promoteBuffers: false, promoteLongs: false, bsonRegExp: true }) as {
    readonly _id: unknown;
  };

export const countDocuments = ({ collections }: ArchiveHeader): number =>
  collections.reduce((sum, { documents }) => sum + documents, 0);
