import { employeeKeyOwner, type KeyStore } from '../crypto/key-store.js';
import { openPhoto, type PhotoPlace, sealPhoto } from '../crypto/photo-cipher.js';
import type { FacePhoto, FacePhotoKind, NewFacePhoto, ReadablePhoto } from '../entities/face-photo.js';
import type { ConsentDocument } from '../models/consent.model.js';
import type { FacePhotoDocument } from '../models/face-photo.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atMost, oneOf } from './filters.js';

/** Without the sealed picture: it isn't even fetched. */
const { fields, toEntity } = entityMapper<FacePhoto>()([
  'kind',
  'employeeId',
  'consentId',
  'widthPx',
  'heightPx',
  'createdAt',
]);

const placeOf = ({ id: photoId, kind, employeeId, consentId }: FacePhoto): PhotoPlace => ({
  ...{ photoId, kind, employeeId, consentId },
});

/** Photos of faces, each sealed with the key of its person: what destroys that key makes them unreadable too. */
export class FacePhotoRepository {
  constructor(
    private readonly collection: Collection<FacePhotoDocument>,
    private readonly consents: Collection<ConsentDocument>,
    private readonly keyStore: KeyStore,
  ) {}

  /** Encrypts and keeps one photo. False, and nothing is kept, if the consent it names is not this person's or not in force. */
  async insert({ jpeg, ...photo }: NewFacePhoto, options: WithSession = {}): Promise<boolean> {
    if (!(await this.isInForce(photo, options))) return false;
    const { id, ...rest } = photo;
    const dataKey = await this.keyStore.ensure(employeeKeyOwner(photo.employeeId), photo.createdAt);
    await this.collection.insert({ _id: id, ...rest, sealed: sealPhoto(dataKey, jpeg, placeOf(photo)) }, options);
    return true;
  }

  async findById(id: string, options: WithSession = {}): Promise<FacePhoto | null> {
    const found = await this.collection.findOne({ _id: id }, { ...options, fields });
    return found && toEntity(found);
  }

  async listByIds(ids: readonly string[], options: WithSession = {}): Promise<readonly FacePhoto[]> {
    return (await this.collection.find({ _id: oneOf(ids) }, { ...options, fields })).map(toEntity);
  }

  /** Oldest first. */
  async listByEmployee(
    employeeId: string,
    kind: FacePhotoKind,
    options: WithSession = {},
  ): Promise<readonly FacePhoto[]> {
    const order = { ...options, fields, sort: { createdAt: 1, _id: 1 } } as const;
    return (await this.collection.find({ employeeId, kind }, order)).map(toEntity);
  }

  /**
   * Opens a photo. Null: there is none, the consent is not in force any more, or the key was destroyed. Write in the same
   * transaction who looks at it and why.
   *
   * @throws DomainError INTERNAL_SERVER_ERROR if it was tampered with
   */
  async read(id: string, options: WithSession = {}): Promise<ReadablePhoto | null> {
    const document = await this.collection.findOne({ _id: id }, options);
    if (document === null) return null;
    const photo = toEntity(document);
    if (!(await this.isInForce(photo, options))) return null;
    const key = (await this.keyStore.findByIds([document.sealed.keyId])).get(document.sealed.keyId);
    return key === undefined ? null : { ...photo, jpeg: openPhoto(key, document.sealed, placeOf(photo)) };
  }

  /** Deletes a person's photos, of one kind or all. Returns how many there were. */
  async deleteByEmployee(employeeId: string, kind: FacePhotoKind | null, options: WithSession = {}): Promise<number> {
    return this.collection.deleteMany(kind === null ? { employeeId } : { employeeId, kind }, options);
  }

  /** Deletes what was taken at `until` or before. Returns how many there were. */
  async deleteOlder(kind: FacePhotoKind, until: Date, options: WithSession = {}): Promise<number> {
    return this.collection.deleteMany({ kind, createdAt: atMost(until) }, options);
  }

  private async isInForce({ consentId, employeeId }: FacePhoto, options: WithSession): Promise<boolean> {
    const filter = { _id: consentId, employeeId, isInForce: true };
    return (await this.consents.findOne(filter, { ...options, fields: ['_id'] })) !== null;
  }
}
