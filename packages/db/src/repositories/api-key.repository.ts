import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { ApiKey, NewApiKey } from '../entities/api-key.js';
import type { ApiKeyDocument } from '../models/api-key.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';

/** Without the hash of the secret. */
const { fields, toEntity } = entityMapper<ApiKey>()([
  'name',
  'scopes',
  'padPolicy',
  'createdBy',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
]);

/** How exact `lastUsedAt` is: one write a minute and key, not one per request. */
const LAST_USED_RESOLUTION_MS = 60_000;

/** SHA-256, hex. Enough because a secret has 256 random bits: there is nothing to guess. */
export const hashApiKeySecret = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

const NO_HASH = hashApiKeySecret('');

export class ApiKeyRepository {
  constructor(private readonly collection: Collection<ApiKeyDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<ApiKey | null> {
    const found = await this.collection.findOne({ _id: id }, { ...options, fields });
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<ApiKey> {
    return toEntity(await this.collection.getOne({ _id: id }, { ...options, fields }));
  }

  /** Newest first, revoked ones too. */
  async listAll(options: WithSession = {}): Promise<readonly ApiKey[]> {
    return (await this.collection.find({}, { ...options, fields, sort: { createdAt: -1, _id: -1 } })).map(toEntity);
  }

  async insert({ id, ...key }: NewApiKey, options: WithSession = {}): Promise<ApiKey> {
    const document = { _id: id, ...key, scopes: [...key.scopes], createdBy: { ...key.createdBy } };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  /** The key if the secret is right and it is neither revoked nor expired; else null. Compares in constant time. */
  async authenticate(id: string, secret: string, now: Date): Promise<ApiKey | null> {
    const found = await this.collection.findOne({ _id: id });
    const expected = Buffer.from(found?.secretHash ?? NO_HASH, 'hex');
    const isRight = timingSafeEqual(expected, Buffer.from(hashApiKeySecret(secret), 'hex'));
    if (found === null || !isRight || found.revokedAt !== null) return null;
    if (found.expiresAt !== null && found.expiresAt <= now) return null;
    await this.touch(found, now);
    return toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async revoke(id: string, now: Date, options: WithSession = {}): Promise<ApiKey> {
    await this.collection.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: now } }, options);
    const found = await this.findById(id, options);
    if (found === null) throw new DomainError('NOT_FOUND');
    return found;
  }

  private async touch(key: ApiKeyDocument, now: Date): Promise<void> {
    const last = key.lastUsedAt?.getTime() ?? 0;
    if (now.getTime() - last < LAST_USED_RESOLUTION_MS) return;
    await this.collection.updateOne({ _id: key._id }, { $set: { lastUsedAt: now } });
  }
}
