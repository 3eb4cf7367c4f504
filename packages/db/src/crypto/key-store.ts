import { randomBytes } from 'node:crypto';
import type { DataKeyDocument, ErasedKeyDocument } from '../models/data-key.model.js';
import type { Collection } from '../repositories/collection.js';
import { isDuplicateKey } from '../repositories/database-errors.js';
import { notIn, oneOf } from '../repositories/filters.js';
import { associatedData, KEY_BYTES, seal, unseal } from './aead.js';
import { type MasterKeyRing, masterKeyOf } from './master-key.js';

/** A data key in clear, in memory only. */
export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface Erasure {
  readonly keyId: string;
  readonly ownerId: string;
  readonly erasedAt: Date;
}

export const employeeKeyOwner = (employeeId: string): string => `employee:${employeeId}`;

const wrapPlace = (keyId: string, ownerId: string, masterKeyVersion: number): Buffer =>
  associatedData('rollcall.data-key.v1', keyId, ownerId, masterKeyVersion);

/** @throws DomainError INTERNAL_SERVER_ERROR, MasterKeyError: the ring is not the one it was wrapped by */
export function unwrapDataKey(document: DataKeyDocument, ring: MasterKeyRing): DataKey {
  const { _id, ownerId, masterKeyVersion } = document;
  const place = wrapPlace(_id, ownerId, masterKeyVersion);
  return { id: _id, key: unseal(masterKeyOf(ring, masterKeyVersion), document, place) };
}

/**
 * Keys of persons and of the system, each wrapped by a master key, in a database of their own.
 * Nothing is cached: a key that was erased is gone for every process at once.
 */
export class KeyStore {
  constructor(
    private readonly keys: Collection<DataKeyDocument>,
    private readonly erased: Collection<ErasedKeyDocument>,
    private ring: MasterKeyRing,
    private readonly newId: () => string,
    /** The ring of now, for a key that was wrapped after this process began; left out: the ring never changes. */
    private readonly reloadRing?: () => Promise<MasterKeyRing>,
  ) {}

  /** The owner's key; made if there is none. Two callers at once get the same one. */
  async ensure(ownerId: string, now: Date): Promise<DataKey> {
    const found = await this.keys.findOne({ ownerId });
    if (found !== null) return this.open(found);
    const id = this.newId();
    const key = randomBytes(KEY_BYTES);
    try {
      await this.keys.insert({ _id: id, ownerId, createdAt: now, ...this.wrap(id, ownerId, key) });
      return { id, key };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.open(await this.keys.getOne({ ownerId }));
    }
  }

  /** Those of the keys that still exist, by id. */
  async findByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const documents = await this.keys.find({ _id: oneOf([...new Set(ids)]) });
    await this.refreshFor(documents);
    return new Map(documents.map((document) => [document._id, this.unwrap(document).key]));
  }

  /** Those of the ids whose keys still exist, unopened. */
  async listExisting(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await this.keys.find({ _id: oneOf([...new Set(ids)]) }, { fields: ['_id'] });
    return new Set(found.map(({ _id }) => _id));
  }

  /** Destroys the owner's key and notes it in the ledger first. What it sealed can never be read again. */
  async erase(ownerId: string, now: Date): Promise<Erasure | null> {
    const found = await this.keys.findOne({ ownerId });
    if (found === null) return null;
    await this.erased.replace({ _id: found._id, ownerId, erasedAt: now });
    await this.keys.deleteOne({ _id: found._id });
    return { keyId: found._id, ownerId, erasedAt: now };
  }

  async listErasures(ownerId?: string): Promise<readonly Erasure[]> {
    const documents = await this.erased.find(ownerId === undefined ? {} : { ownerId }, { sort: { erasedAt: 1 } });
    return documents.map((one) => ({ keyId: one._id, ownerId: one.ownerId, erasedAt: one.erasedAt }));
  }

  /** Wraps up to `limit` keys of older master keys by the current one. Returns how many; 0 means done. Resumable. */
  async rewrapBatch(limit = 100): Promise<number> {
    const { currentVersion } = this.ring;
    const older = [...this.ring.keys.keys()].filter((version) => version !== currentVersion);
    const documents = await this.keys.find(
      { masterKeyVersion: oneOf(older) },
      { sort: { masterKeyVersion: 1, _id: 1 }, limit },
    );
    for (const document of documents) {
      const { key } = this.unwrap(document);
      const { _id, masterKeyVersion } = document;
      await this.keys.updateOne({ _id, masterKeyVersion }, { $set: this.wrap(_id, document.ownerId, key) });
    }
    return documents.length;
  }

  /** How many keys are wrapped by another master key than the current one. */
  async countOlder(): Promise<number> {
    return this.keys.count({ masterKeyVersion: notIn([this.ring.currentVersion]) });
  }

  private async open(document: DataKeyDocument): Promise<DataKey> {
    await this.refreshFor([document]);
    return this.unwrap(document);
  }

  /** A server goes on while its master key is rotated: what is wrapped by a key it does not know yet makes it look again. */
  private async refreshFor(documents: readonly DataKeyDocument[]): Promise<void> {
    if (this.reloadRing === undefined) return;
    if (documents.every(({ masterKeyVersion }) => this.ring.keys.has(masterKeyVersion))) return;
    this.ring = await this.reloadRing();
  }

  private wrap(keyId: string, ownerId: string, key: Buffer) {
    const masterKeyVersion = this.ring.currentVersion;
    const sealed = seal(masterKeyOf(this.ring, masterKeyVersion), key, wrapPlace(keyId, ownerId, masterKeyVersion));
    return { masterKeyVersion, ...sealed };
  }

  private unwrap(document: DataKeyDocument): DataKey {
    return unwrapDataKey(document, this.ring);
  }
}
