import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { Blob, Upload } from '@rollcall/db';
import { authoriseAny } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { UPLOAD_SCOPES } from '../../access/upload-scopes.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';
import type { CreateUploadInput } from './upload.inputs.js';

const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;
const UPLOAD_TTL_MS = 24 * 3_600_000;
/** Uploads one person or key may have at once: enough to work with, too few to fill the disk. */
const MAX_LIVE_UPLOADS = 50;
const RECEIVING_MS = 15 * 60_000;
const TOKEN_BYTES = 32;

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export class UploadService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Promises to take one file. Length and hash are fixed now, so the token is of no use for another file.
   *
   * @returns the token, which is told once
   * @throws DomainError PAYLOAD_TOO_LARGE; RATE_LIMITED too many uploads that have not expired
   */
  async create(actor: Actor, input: CreateUploadInput): Promise<{ readonly upload: Upload; readonly token: string }> {
    authoriseAny(actor, UPLOAD_SCOPES);
    const { db, now, newId } = this.context;
    const { byteLength, sha256, mediaType } = input;
    if (byteLength > MAX_UPLOAD_BYTES)
      throw new DomainError('PAYLOAD_TOO_LARGE', { details: { field: 'byteLength', maxBytes: MAX_UPLOAD_BYTES } });
    const createdAt = now();
    if ((await db.uploads.countLive(actor.id, createdAt)) >= MAX_LIVE_UPLOADS)
      throw new DomainError('RATE_LIMITED', { details: { problem: 'Too many uploads at once.' } });
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const upload = await db.uploads.insert({
      id: newId(),
      tokenHash: hashToken(token),
      fileName: baseName(input.fileName),
      mediaType: mediaType ?? 'application/octet-stream',
      ...{ byteLength, createdAt },
      sha256: sha256.toLowerCase(),
      createdBy: actorRef(actor),
      expiresAt: new Date(createdAt.getTime() + UPLOAD_TTL_MS),
    });
    return { upload, token };
  }

  /**
   * Takes the file. Whoever has the token may send it, once; if it breaks off it can be sent again.
   *
   * @throws DomainError NOT_FOUND unknown or expired token; CONFLICT the file is there; BAD_USER_INPUT other bytes than
   * promised; PAYLOAD_TOO_LARGE more than promised
   */
  async receive(token: string, body: AsyncIterable<Uint8Array>): Promise<Blob> {
    const { db, now } = this.context;
    const at = now();
    const until = new Date(at.getTime() + RECEIVING_MS);
    const upload = await db.uploads.beginReceiving(hashToken(token), { now: at, until });
    const { id, fileName, mediaType, byteLength, sha256, expiresAt } = upload;
    try {
      // What a crashed try has left is in the way.
      await db.blobs.delete(id);
      const expected = { byteLength, sha256 };
      const blob = await db.blobs.write(body, { id, fileName, mediaType, createdAt: at, expiresAt, expected });
      await db.uploads.endReceiving(id, 'RECEIVED');
      return blob;
    } catch (error) {
      await db.uploads.endReceiving(id, 'OPEN');
      throw error;
    }
  }

  /** The file of an upload of this actor's own. @throws DomainError NOT_FOUND none, not yet sent, or somebody else's */
  async fileOf(actor: Actor, uploadId: string): Promise<Blob> {
    const upload = await this.context.db.uploads.getById(uploadId);
    const isOwn = upload.createdBy.kind === actor.kind && upload.createdBy.id === actor.id;
    if (!isOwn || upload.state !== 'RECEIVED') throw new DomainError('NOT_FOUND');
    return this.context.db.blobs.getById(uploadId);
  }
}

/** The last part of whatever path a browser sends. */
function baseName(fileName: string): string {
  return fileName.split(/[/\\]/).at(-1)?.trim().slice(-200) || 'file';
}
