import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ARCHIVE_LINE, ARCHIVE_VERSION, ARCHIVE_WORD, HASH_BYTES } from './archive-format.js';
import { BackupError } from './backup.error.js';

/**
 * Reads the whole file once and believes nothing in it before its hash was right.
 *
 * @returns the SHA-256 in hex
 * @throws BackupError if it is not there, no archive, of a newer program, cut off or changed
 */
export async function checkArchive(file: string): Promise<string> {
  const { size } = await stat(file).catch((cause) => {
    throw new BackupError(`There is no file ${file}.`, { cause });
  });
  checkVersion(file, await firstLine(file));
  const hash = createHash('sha256');
  const bodyEnd = size - HASH_BYTES;
  let promised = Buffer.alloc(0);
  if (bodyEnd > ARCHIVE_LINE.length) {
    for await (const part of createReadStream(file, { end: bodyEnd - 1 })) hash.update(part as Buffer);
    for await (const part of createReadStream(file, { start: bodyEnd }))
      promised = Buffer.concat([promised, part as Buffer]);
  }
  const digest = hash.digest();
  if (!promised.equals(digest))
    throw new BackupError(`${file} is not whole: part of it is missing or was changed. Use another backup.`);
  return digest.toString('hex');
}

async function firstLine(file: string): Promise<string> {
  const cannotBeRead = (cause: unknown): never => {
    throw new BackupError(`${file} cannot be read.`, { cause });
  };
  const handle = await open(file).catch(cannotBeRead);
  try {
    const start = Buffer.alloc(64);
    const { bytesRead } = await handle.read(start).catch(cannotBeRead);
    return start.subarray(0, bytesRead).toString('latin1').split('\n')[0] ?? '';
  } finally {
    await handle.close();
  }
}

function checkVersion(file: string, line: string): void {
  const version = line.startsWith(ARCHIVE_WORD) ? Number(line.slice(ARCHIVE_WORD.length)) : Number.NaN;
  if (!Number.isInteger(version) || version < 1) throw new BackupError(`${file} is not a backup of Rollcall.`);
  if (version > ARCHIVE_VERSION)
    throw new BackupError(`${file} was made by a newer Rollcall. Restore it with that version or a newer one.`);
}

/** The BSON documents of an archive that was checked, one after the other. Memory stays the same however many there are. */
export async function* archiveDocuments(file: string): AsyncGenerator<Buffer> {
  const { size } = await stat(file);
  const source = createReadStream(file, { start: ARCHIVE_LINE.length, end: size - HASH_BYTES - 1 });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* documentsOf(source.pipe(gunzip));
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

const LENGTH_BYTES = 4;

/** Each BSON document begins with its own length. */
async function* documentsOf(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let needed = LENGTH_BYTES;
  for await (const part of parts) {
    waiting.push(part);
    waitingBytes += part.length;
    if (waitingBytes < needed) continue;
    let rest = Buffer.concat(waiting);
    for (;;) {
      needed = rest.length < LENGTH_BYTES ? LENGTH_BYTES : rest.readInt32LE(0);
      if (rest.length < needed) break;
      yield rest.subarray(0, needed);
      rest = rest.subarray(needed);
    }
    waiting = [rest];
    waitingBytes = rest.length;
  }
}
