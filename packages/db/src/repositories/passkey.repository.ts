import type { PasskeyDocument } from '../models/passkey.model.js';
import type { Collection, WithSession } from './collection.js';
import { oneOf } from './filters.js';

/** Keys that people sign in with instead of a password. The sign-in library makes them and reads them. */
export class PasskeyRepository {
  constructor(private readonly collection: Collection<PasskeyDocument>) {}

  async hasAny(userId: string, options: WithSession = {}): Promise<boolean> {
    return (await this.collection.findOne({ userId }, options)) !== null;
  }

  /** Those of these people who have one. */
  async listHolders(userIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.collection.find({ userId: oneOf(userIds) })).map(({ userId }) => userId));
  }

  async removeOf(userId: string, options: WithSession = {}): Promise<void> {
    await this.collection.deleteMany({ userId }, options);
  }
}
