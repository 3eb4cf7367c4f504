import { Readable } from 'node:stream';
import { DomainError } from '@rollcall/contracts';
import yauzl from 'yauzl';
import type { ByteSource } from './byte-source.js';

export interface ZipLimits {
  readonly maxEntries: number;
  /** Of one entry, unpacked. */
  readonly maxEntryBytes: number;
  /** Of all entries together, unpacked. */
  readonly maxTotalBytes: number;
}

export interface ZipEntry {
  /** With `/` between folders; never absolute, never with `..`. */
  readonly name: string;
  /** Unpacked; more bytes than that are never given out. */
  readonly byteLength: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read({ start, end }), { objectMode: false });
  }
}

const refuse = (problem: string, cause?: unknown): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem }, cause });

/**
 * Lists a ZIP archive without unpacking it. Nothing is ever written to a file system: names are only compared.
 *
 * @throws DomainError BAD_USER_INPUT no ZIP, names that leave the archive, more than the limits allow
 */
export async function readZip(source: ByteSource, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  const options = { lazyEntries: true, autoClose: false } as const;
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromRandomAccessReader(new SourceReader(source), source.byteLength, options, (error, file) =>
      error === null ? resolve(file) : reject(refuse('This is not a complete ZIP archive.', error)),
    );
  });
  if (zip.entryCount > limits.maxEntries) throw refuse(`The archive has more than ${limits.maxEntries} entries.`);
  const entries: ZipEntry[] = [];
  let totalBytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      totalBytes += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.maxEntryBytes || totalBytes > limits.maxTotalBytes) {
        reject(refuse('The archive unpacks to more than is allowed.'));
        return;
      }
      if (!entry.fileName.endsWith('/')) entries.push(entryOf(zip, entry));
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error) => reject(refuse('The archive has an entry that cannot be used.', error)));
    zip.readEntry();
  });
  return entries;
}

function entryOf(zip: yauzl.ZipFile, entry: yauzl.Entry): ZipEntry {
  return {
    name: entry.fileName,
    byteLength: entry.uncompressedSize,
    open: () =>
      new Promise((resolve, reject) => {
        if (entry.isEncrypted()) {
          reject(refuse('The archive is protected by a password.'));
          return;
        }
        zip.openReadStream(entry, (error, stream) =>
          error === null ? resolve(checked(stream)) : reject(refuse('An entry of the archive is damaged.', error)),
        );
      }),
  };
}

/** Damage shows while unpacking: wrong lengths, wrong sums. */
async function* checked(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of stream) yield part as Buffer;
  } catch (cause) {
    throw refuse('An entry of the archive is damaged.', cause);
  }
}
