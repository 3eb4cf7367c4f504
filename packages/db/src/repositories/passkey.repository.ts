import type { PasskeyDocument } from '../models/passkey.model.js';
import type { Collection, WithSession } from './collection.js';

/** Keys that people sign in with instead of a password. The sign-in library makes them and reads them. */
export class PasskeyRepository {
  constructor(private readonly collection: Collection<PasskeyDocument>) {}

  async hasAny(userId: string, options: WithSession = {}): Promise<boolean> {
    return (await this.collection.findOne({ userId }, options)) !== null;
  }

  async removeOf(userId: string, options: WithSession = {}): Promise<void> {
    await this.collection.deleteMany({ userId }, options);
  }
}
