import type { SecondFactor } from '../entities/second-factor.js';
import type { SecondFactorDocument } from '../models/second-factor.model.js';
import type { Collection, WithSession } from './collection.js';
import { notAtLeast } from './filters.js';

/** Authenticator apps. The sign-in library makes and deletes the records; that no code works twice is ours. */
export class SecondFactorRepository {
  constructor(private readonly collection: Collection<SecondFactorDocument>) {}

  async findOf(userId: string): Promise<SecondFactor | null> {
    const found = await this.collection.findOne({ userId });
    if (found === null) return null;
    const { _id: id, secret, backupCodes: recoveryCodes, verified } = found;
    return { id, userId, secret, recoveryCodes, isVerified: verified !== false };
  }

  /**
   * Takes the code of a time step. One update: of two who bring the same code at once, one gets true.
   *
   * @returns false if the code of this step or of a later one was taken before
   */
  async takeStep({ id, secret }: SecondFactor, step: number): Promise<boolean> {
    return this.collection.updateOne(
      { _id: id, secret, lastUsedStep: notAtLeast(step) },
      { $set: { lastUsedStep: step } },
    );
  }

  async removeOf(userId: string, options: WithSession = {}): Promise<void> {
    await this.collection.deleteMany({ userId }, options);
  }
}
