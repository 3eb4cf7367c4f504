import { createHash } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { NewBlob } from '../entities/blob.js';
import { FRAME_BYTES, sealFrame } from './blob-cipher.js';

/** What is known of a file once all of it went by. */
export interface Measured {
  byteLength: number;
  sha256: string;
}

/**
 * Cuts a stream into sealed frames and measures it on the way. `measured` is complete when the last frame was given out,
 * and the promise is checked before it: the last frame of a file that is not the promised one is never made.
 *
 * @throws DomainError PAYLOAD_TOO_LARGE more than `maxBytes` or than promised; BAD_USER_INPUT not the promised bytes
 */
export async function* sealedFrames(
  source: AsyncIterable<Uint8Array>,
  key: Buffer,
  blob: Pick<NewBlob, 'id' | 'maxBytes' | 'expected'>,
  measured: Measured,
): AsyncGenerator<Buffer> {
  const { id: blobId, expected } = blob;
  const maxBytes = expected?.byteLength ?? blob.maxBytes ?? Number.POSITIVE_INFINITY;
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let index = 0;
  for await (const part of source) {
    measured.byteLength += part.length;
    if (measured.byteLength > maxBytes) throw new DomainError('PAYLOAD_TOO_LARGE', { details: { maxBytes } });
    hash.update(part);
    waiting.push(part);
    waitingBytes += part.length;
    // One byte more than a frame must wait, or the last frame could not be told from the others.
    while (waitingBytes > FRAME_BYTES) {
      const all = Buffer.concat(waiting);
      yield sealFrame(key, all.subarray(0, FRAME_BYTES), { blobId, index, isLast: false });
      index += 1;
      waiting = [all.subarray(FRAME_BYTES)];
      waitingBytes = all.length - FRAME_BYTES;
    }
  }
  measured.sha256 = hash.digest('hex');
  if (expected !== undefined && (measured.byteLength !== expected.byteLength || measured.sha256 !== expected.sha256)) {
    throw new DomainError('BAD_USER_INPUT', {
      details: { field: 'body', problem: 'These are not the bytes that were announced: length or SHA-256 differ.' },
    });
  }
  yield sealFrame(key, Buffer.concat(waiting), { blobId, index, isLast: true });
}
