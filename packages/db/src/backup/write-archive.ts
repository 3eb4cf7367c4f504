import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeNewFile } from '../files/write-new-file.js';
import { ARCHIVE_LINE, HASH_BYTES } from './archive-format.js';

export interface WrittenArchive {
  readonly bytes: number;
  /** Of everything before the last 32 bytes, which are this, in hex. */
  readonly sha256: string;
}

/**
 * Writes an archive that was not there before. Memory stays the same however long the body is.
 *
 * @param body BSON documents, the header first
 * @throws an error of the code EEXIST if there is a file of that name; whatever the body throws, and then there is no file
 */
export function writeArchive(file: string, body: AsyncIterable<Buffer>): Promise<WrittenArchive> {
  return writeNewFile(file, async (handle) => {
    const hash = createHash('sha256');
    let bytes = 0;
    const put = async (part: Buffer): Promise<void> => {
      hash.update(part);
      bytes += part.length;
      await handle.writeFile(part);
    };
    await put(ARCHIVE_LINE);
    await pipeline(inParts(body), createGzip(), async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) await put(part);
    });
    const digest = hash.digest();
    await handle.writeFile(digest);
    return { bytes: bytes + HASH_BYTES, sha256: digest.toString('hex') };
  });
}

/** A call for each small document would cost more than its bytes. */
const PART_BYTES = 256 * 1024;

async function* inParts(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const document of body) {
    waiting.push(document);
    waitingBytes += document.length;
    if (waitingBytes < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
  }
  yield Buffer.concat(waiting);
}
