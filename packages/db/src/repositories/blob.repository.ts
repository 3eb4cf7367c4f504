import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@rollcall/contracts';
import { blobKey, FRAME_BYTES, FRAME_TAG_BYTES, openFrame, SALT_BYTES } from '../blobs/blob-cipher.js';
import { type Measured, sealedFrames } from '../blobs/blob-frames.js';
import type { Blob, ByteRange, NewBlob } from '../entities/blob.js';
import type { BlobDocument } from '../models/blob.model.js';
import { mongoose } from '../models/mongoose-setup.js';
import type { Collection } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atMost } from './filters.js';

const { toEntity } = entityMapper<Blob>()(['fileName', 'mediaType', 'byteLength', 'sha256', 'createdAt', 'expiresAt']);

const SEALED_FRAME_BYTES = FRAME_BYTES + FRAME_TAG_BYTES;

/** Files in GridFS, one sealed frame in each chunk, so that any part can be read without the rest. */
export class BlobRepository {
  private readonly bucket: mongoose.mongo.GridFSBucket;

  constructor(
    private readonly collection: Collection<BlobDocument>,
    db: NonNullable<mongoose.Connection['db']>,
    private readonly storeKey: Buffer,
  ) {
    this.bucket = new mongoose.mongo.GridFSBucket(db, {
      bucketName: 'blobBytes',
      chunkSizeBytes: SEALED_FRAME_BYTES,
    });
  }

  /**
   * Keeps a stream of bytes. Until all of it is there nobody can read it; if it breaks off, nothing of it stays.
   *
   * @throws DomainError PAYLOAD_TOO_LARGE; BAD_USER_INPUT not the expected bytes; CONFLICT the id is taken; what `source` throws
   */
  async write(source: AsyncIterable<Uint8Array>, blob: NewBlob): Promise<Blob> {
    const { id, fileName, mediaType, createdAt, expiresAt } = blob;
    const salt = randomBytes(SALT_BYTES);
    const started = { state: 'WRITING' as const, fileName, mediaType, byteLength: 0, sha256: '', salt };
    await this.collection.insert({ _id: id, ...started, createdAt, expiresAt });
    const measured: Measured = { byteLength: 0, sha256: '' };
    try {
      const frames = sealedFrames(source, blobKey(this.storeKey, id, salt), blob, measured);
      // GridFS types its ids as ObjectId; the server takes any.
      await pipeline(frames, this.bucket.openUploadStreamWithId(id as never, id));
      await this.collection.updateOne({ _id: id }, { $set: { state: 'COMPLETE', ...measured } });
    } catch (error) {
      await this.delete(id);
      throw error;
    }
    return { id, fileName, mediaType, createdAt, expiresAt, ...measured };
  }

  async findById(id: string): Promise<Blob | null> {
    const found = await this.collection.findOne({ _id: id, state: 'COMPLETE' });
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string): Promise<Blob> {
    return toEntity(await this.collection.getOne({ _id: id, state: 'COMPLETE' }));
  }

  /**
   * The bytes of a file, or of a part of it, in order; each frame is checked before any of it is given out.
   *
   * @throws DomainError NOT_FOUND; INTERNAL_SERVER_ERROR if the stored bytes were changed
   */
  async *read(id: string, range?: ByteRange): AsyncGenerator<Buffer> {
    const { salt, byteLength } = await this.collection.getOne({ _id: id, state: 'COMPLETE' });
    const start = Math.max(0, range?.start ?? 0);
    const end = Math.min(byteLength, range?.end ?? byteLength);
    if (start >= end) return;
    const key = blobKey(this.storeKey, id, salt);
    const lastFrame = Math.max(0, Math.ceil(byteLength / FRAME_BYTES) - 1);
    const first = Math.floor(start / FRAME_BYTES);
    const last = Math.floor((end - 1) / FRAME_BYTES);
    for (let index = first; index <= last; index += 1) {
      const sealed = await this.sealedFrame(id, index, byteLength, lastFrame);
      const plain = openFrame(key, sealed, { blobId: id, index, isLast: index === lastFrame });
      const offset = index * FRAME_BYTES;
      yield plain.subarray(Math.max(0, start - offset), Math.min(plain.length, end - offset));
    }
  }

  /** False if there was none. */
  async delete(id: string): Promise<boolean> {
    // Bytes without a file entry are left by a writer that was cut off; the driver removes them and then complains.
    await this.bucket.delete(id as never).catch((error: unknown) => {
      if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
    });
    return this.collection.deleteOne({ _id: id });
  }

  /** Removes what has expired, also what was never finished. Returns how many. */
  async deleteExpired(now: Date): Promise<number> {
    const expired = await this.collection.find({ expiresAt: atMost(now) }, { fields: ['_id'], limit: 1_000 });
    for (const { _id } of expired) await this.delete(_id);
    return expired.length;
  }

  private async sealedFrame(id: string, index: number, byteLength: number, lastFrame: number): Promise<Buffer> {
    const plainBytes = index === lastFrame ? byteLength - lastFrame * FRAME_BYTES : FRAME_BYTES;
    const start = index * SEALED_FRAME_BYTES;
    const stream = this.bucket.openDownloadStream(id as never, { start, end: start + plainBytes + FRAME_TAG_BYTES });
    const parts: Buffer[] = [];
    try {
      for await (const part of stream) parts.push(part as Buffer);
    } catch (cause) {
      throw new DomainError('INTERNAL_SERVER_ERROR', { internal: `the bytes of file ${id} are not there`, cause });
    }
    return Buffer.concat(parts);
  }
}
