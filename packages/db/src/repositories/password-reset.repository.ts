import { DomainError } from '@rollcall/contracts';
import type { NewPasswordReset } from '../entities/invitation.js';
import type { PasswordResetDocument } from '../models/password-reset.model.js';
import type { Collection, WithSession } from './collection.js';
import { atLeast, greaterThan } from './filters.js';

export class PasswordResetRepository {
  constructor(private readonly collection: Collection<PasswordResetDocument>) {}

  async insert({ id, ...reset }: NewPasswordReset): Promise<void> {
    await this.collection.insert({ _id: id, ...reset });
  }

  async countSince(userId: string, from: Date): Promise<number> {
    return this.collection.count({ userId, createdAt: atLeast(from) });
  }

  /** The person an open letter belongs to; the letter stays. @throws DomainError NOT_FOUND */
  async getOpen(tokenHash: string, now: Date): Promise<{ readonly userId: string }> {
    const { userId } = await this.collection.getOne({ tokenHash, expiresAt: greaterThan(now) });
    return { userId };
  }

  /** Uses up the letter, and with it every other one of the person. @throws DomainError NOT_FOUND */
  async take(tokenHash: string, now: Date, options: WithSession = {}): Promise<void> {
    const { _id, userId } = await this.collection.getOne({ tokenHash, expiresAt: greaterThan(now) }, options);
    if (!(await this.collection.deleteOne({ _id }, options))) throw new DomainError('NOT_FOUND');
    await this.collection.deleteMany({ userId }, options);
  }
}
