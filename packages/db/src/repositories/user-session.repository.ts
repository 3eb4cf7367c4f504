import type { UserSession } from '../entities/user.js';
import type { SessionDocument } from '../models/user.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { greaterThan } from './filters.js';

/** Without the token. */
const { fields, toEntity } = entityMapper<UserSession>()([
  'userId',
  'createdAt',
  'updatedAt',
  'expiresAt',
  'ipAddress',
  'userAgent',
]);

/** Where people are signed in. A session that is removed here opens nothing from the next request on. */
export class UserSessionRepository {
  constructor(private readonly collection: Collection<SessionDocument>) {}

  /** Those that have not ended, newest first. */
  async listOf(userId: string, now: Date): Promise<readonly UserSession[]> {
    const filter = { userId, expiresAt: greaterThan(now) };
    return (await this.collection.find(filter, { fields, sort: { createdAt: -1, _id: -1 } })).map(toEntity);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string): Promise<UserSession> {
    return toEntity(await this.collection.getOne({ _id: id }, { fields }));
  }

  async remove(id: string, options: WithSession = {}): Promise<void> {
    await this.collection.deleteOne({ _id: id }, options);
  }

  /** @returns how many there were */
  async removeOf(userId: string, options: WithSession = {}): Promise<number> {
    return this.collection.deleteMany({ userId }, options);
  }
}
