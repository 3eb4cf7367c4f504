import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { ApiKey, NewApiKey } from '../entities/api-key.js';
import type { ApiKeyDocument } from '../models/api-key.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';

/** Without the hashes of the secrets. */
const { fields, toEntity } = entityMapper<ApiKey>()([
  'name',
  'scopes',
  'padPolicy',
  'createdBy',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
  'previousWorksUntil',
  'previousLastUsedAt',
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
    const hash = Buffer.from(hashApiKeySecret(secret), 'hex');
    const isCurrent = timingSafeEqual(Buffer.from(found?.secretHash ?? NO_HASH, 'hex'), hash);
    const isPrevious = timingSafeEqual(Buffer.from(found?.previousSecretHash ?? NO_HASH, 'hex'), hash);
    if (found === null || found.revokedAt !== null || !(isCurrent || isPrevious)) return null;
    if (found.expiresAt !== null && found.expiresAt <= now) return null;
    if (!isCurrent && !((found.previousWorksUntil ?? now) > now)) return null;
    await this.touch(found, isCurrent ? 'lastUsedAt' : 'previousLastUsedAt', now);
    return toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async revoke(id: string, now: Date, options: WithSession = {}): Promise<ApiKey> {
    await this.collection.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: now } }, options);
    const found = await this.findById(id, options);
    if (found === null) throw new DomainError('NOT_FOUND');
    return found;
  }

  /**
   * Puts a new secret in place. The one it replaces works until `previousWorksUntil`; one before that stops at once.
   *
   * @throws DomainError NOT_FOUND
   */
  async rotate(
    id: string,
    next: { readonly secretHash: string; readonly previousWorksUntil: Date; readonly expiresAt: Date | null },
    options: WithSession = {},
  ): Promise<ApiKey> {
    const { secretHash: previousSecretHash } = await this.collection.getOne({ _id: id }, options);
    // With the old hash in the filter: of two rotations at once the second has to look again.
    const change = { ...next, previousSecretHash, previousLastUsedAt: null };
    const filter = { _id: id, secretHash: previousSecretHash };
    const changed = await this.collection.findOneAndUpdate(filter, { $set: change }, options);
    if (changed === null) throw new DomainError('NOT_FOUND');
    return toEntity(changed);
  }

  private async touch(key: ApiKeyDocument, field: 'lastUsedAt' | 'previousLastUsedAt', now: Date): Promise<void> {
    const last = key[field]?.getTime() ?? 0;
    if (now.getTime() - last < LAST_USED_RESOLUTION_MS) return;
    // The last use is that of the key, whichever secret it came with.
    await this.collection.updateOne({ _id: key._id }, { $set: { lastUsedAt: now, [field]: now } });
  }
}
