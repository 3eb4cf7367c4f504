import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAME_BYTES } from '../src/blobs/blob-cipher.js';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const at = new Date('2026-03-02T08:00:00Z');
const later = new Date('2026-03-03T08:00:00Z');
const aBlob = () => ({
  id: randomUUID(),
  fileName: 'marks.csv',
  mediaType: 'text/csv',
  createdAt: at,
  expiresAt: later,
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inParts(bytes: Uint8Array, partBytes: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += partBytes) yield bytes.subarray(start, start + partBytes);
}

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const part of parts) list.push(part);
  return Buffer.concat(list);
}

const stored = (collection: 'files' | 'chunks', id: string) =>
  database.nativeDb
    .collection(`blobBytes.${collection}`)
    .countDocuments(collection === 'files' ? { _id: id as never } : { files_id: id as never });

describe('a stored file', () => {
  it.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 3 * FRAME_BYTES + 17])(
    'of %i bytes comes back as it was, with its length and hash',
    async (length) => {
      const { blobs } = database.repositories;
      const bytes = randomBytes(length);
      const written = await blobs.write(inParts(bytes, 100_003), aBlob());
      expect(written).toMatchObject({ byteLength: length, sha256: sha256(bytes) });
      expect(await blobs.findById(written.id)).toEqual(written);
      expect((await all(blobs.read(written.id))).equals(bytes)).toBe(true);
    },
  );

  it('can be read in part, across the borders of its frames', async () => {
    const { blobs } = database.repositories;
    const bytes = randomBytes(2 * FRAME_BYTES + 500);
    const { id } = await blobs.write(inParts(bytes, 65_536), aBlob());
    const ranges: [number, number][] = [
      [0, 10],
      [FRAME_BYTES - 5, FRAME_BYTES + 5],
      [10, 2 * FRAME_BYTES + 20],
      [bytes.length - 3, bytes.length + 100],
      [7, 7],
    ];
    for (const [start, end] of ranges) {
      expect((await all(blobs.read(id, { start, end }))).equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  it('lies encrypted in the database, and is refused if its bytes were changed or moved there', async () => {
    const { blobs } = database.repositories;
    const secret = Buffer.from('Ada Example;E-17;'.repeat(20_000));
    const { id } = await blobs.write(inParts(secret, 65_536), aBlob());
    const chunks = database.nativeDb.collection('blobBytes.chunks');
    const [first, second] = await chunks
      .find({ files_id: id as never })
      .sort({ n: 1 })
      .toArray();
    const bytesOf = (chunk: typeof first) => Buffer.from(chunk?.data.buffer ?? []);
    expect(bytesOf(first).includes('Ada Example')).toBe(false);
    const changed = bytesOf(second);
    changed[3] = (changed[3] ?? 0) ^ 1;
    await chunks.updateOne({ _id: second?._id }, { $set: { data: changed } });
    await expect(all(blobs.read(id))).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('that is longer than allowed, not what was announced, or cut off leaves nothing behind', async () => {
    const { blobs } = database.repositories;
    const bytes = randomBytes(FRAME_BYTES + 100);
    const tooLong = { ...aBlob(), maxBytes: FRAME_BYTES };
    await expect(blobs.write(inParts(bytes, 50_000), tooLong)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    const expected = { byteLength: bytes.length, sha256: sha256(randomBytes(4)) };
    const other = { ...aBlob(), expected };
    await expect(blobs.write(inParts(bytes, 50_000), other)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    async function* cutOff() {
      yield bytes;
      yield bytes;
      throw new Error('the line went dead');
    }
    const cut = aBlob();
    await expect(blobs.write(cutOff(), cut)).rejects.toThrow('the line went dead');
    for (const { id } of [tooLong, other, cut]) {
      expect(await blobs.findById(id)).toBeNull();
      expect([await stored('files', id), await stored('chunks', id)]).toEqual([0, 0]);
    }
  });

  it('is removed with its bytes when it expires; others stay', async () => {
    const { blobs } = database.repositories;
    const old = await blobs.write(inParts(randomBytes(100), 100), { ...aBlob(), expiresAt: at });
    const young = await blobs.write(inParts(randomBytes(100), 100), aBlob());
    expect(await blobs.deleteExpired(new Date(at.getTime() + 1))).toBe(1);
    expect([await blobs.findById(old.id), await stored('chunks', old.id)]).toEqual([null, 0]);
    expect(await blobs.findById(young.id)).toEqual(young);
    await expect(all(blobs.read(old.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
