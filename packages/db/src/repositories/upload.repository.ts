import { DomainError } from '@rollcall/contracts';
import type { NewUpload, Upload } from '../entities/upload.js';
import type { UploadDocument } from '../models/upload.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atMost, greaterThan } from './filters.js';

/** Without the hash of the token. */
const { fields, toEntity } = entityMapper<Upload>()([
  'state',
  'fileName',
  'mediaType',
  'byteLength',
  'sha256',
  'createdBy',
  'createdAt',
  'expiresAt',
]);

export class UploadRepository {
  constructor(private readonly collection: Collection<UploadDocument>) {}

  async insert({ id, ...upload }: NewUpload, options: WithSession = {}): Promise<Upload> {
    const document: UploadDocument = { _id: id, ...upload, state: 'OPEN', receivingUntil: null };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string): Promise<Upload> {
    return toEntity(await this.collection.getOne({ _id: id }, { fields }));
  }

  /** How many of somebody's uploads have not expired. */
  async countLive(actorId: string, now: Date): Promise<number> {
    return this.collection.count({ 'createdBy.id': actorId, expiresAt: greaterThan(now) });
  }

  /**
   * Gives the upload of a token to one sender. A sender that was cut off can try again, after a crash of ours when
   * `receivingUntil` has passed.
   *
   * @throws DomainError NOT_FOUND no such token, or expired; CONFLICT the file is there already, or being sent
   */
  async beginReceiving(tokenHash: string, at: { readonly now: Date; readonly until: Date }): Promise<Upload> {
    const free = [{ state: 'OPEN' }, { state: 'RECEIVING', receivingUntil: atMost(at.now) }];
    const filter = { tokenHash, expiresAt: greaterThan(at.now), $or: free };
    const update = { $set: { state: 'RECEIVING' as const, receivingUntil: at.until } };
    const taken = await this.collection.findOneAndUpdate(filter, update);
    if (taken !== null) return toEntity(taken);
    const known = await this.collection.count({ tokenHash, expiresAt: greaterThan(at.now) });
    throw new DomainError(known === 0 ? 'NOT_FOUND' : 'CONFLICT');
  }

  /** The file is there (`RECEIVED`), or was not complete and may be sent again (`OPEN`). */
  async endReceiving(id: string, state: 'OPEN' | 'RECEIVED'): Promise<void> {
    await this.collection.updateOne({ _id: id, state: 'RECEIVING' }, { $set: { state, receivingUntil: null } });
  }
}
