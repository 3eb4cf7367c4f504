import { open } from 'node:fs/promises';
import type { BlobRepository } from '@rollcall/db';

/** Half-open: start ≤ byte < end. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that can be read again and again, whole or in part, without being in memory. */
export interface ByteSource {
  readonly byteLength: number;
  read(range?: ByteRange): AsyncIterable<Uint8Array>;
}

/** @throws DomainError NOT_FOUND if there is no such file any more */
export async function blobSource(blobs: BlobRepository, id: string): Promise<ByteSource> {
  const { byteLength } = await blobs.getById(id);
  return { byteLength, read: (range) => blobs.read(id, range) };
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    async *read(range) {
      yield bytes.subarray(range?.start ?? 0, range?.end ?? bytes.length);
    },
  };
}

/** A file of this machine, for the command line. @throws the error of the file system */
export async function* readFileParts(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for await (const part of file.createReadStream({ autoClose: false })) yield part as Buffer;
  } finally {
    await file.close();
  }
}

/** The first bytes of a file. */
export async function firstBytes(source: ByteSource, count: number): Promise<Buffer> {
  return readAll(source.read({ start: 0, end: Math.min(count, source.byteLength) }));
}

export async function readAll(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}
