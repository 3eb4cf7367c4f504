import { DomainError } from '@rollcall/contracts';
import { plainCopy } from '../audit/canonical-json.js';
import type { JsonValue } from '../entities/audit-entry.js';
import type { ClaimResult, IdempotencyClaim, IdempotencyRequest } from '../entities/idempotency.js';
import type { IdempotencyRecordDocument } from '../models/idempotency-record.model.js';
import type { Collection, WithSession } from './collection.js';
import { isDuplicateKey } from './database-errors.js';
import { greaterThan } from './filters.js';

const RETENTION_MS = 30 * 24 * 3600 * 1000;
/** Longer than the slowest request; a crashed process blocks its key for so long. */
export const DEFAULT_LEASE_MS = 30_000;

export interface ClaimOptions {
  readonly recordId: string;
  /** Random; proves that the claim is still ours when we finish. */
  readonly token: string;
  readonly now: Date;
  readonly leaseMs?: number | undefined;
}

/** One record per actor and key. `runOnce` is the comfortable way to use it. */
export class IdempotencyRepository {
  constructor(private readonly collection: Collection<IdempotencyRecordDocument>) {}

  /**
   * Claims the work, finds it done, or finds somebody at it. Exactly one of many callers gets the claim.
   *
   * @throws DomainError IDEMPOTENCY_CONFLICT if the key was used with other input
   */
  async claim(request: IdempotencyRequest, options: ClaimOptions): Promise<ClaimResult> {
    const { recordId, token, now } = options;
    const leaseUntil = new Date(now.getTime() + (options.leaseMs ?? DEFAULT_LEASE_MS));
    const expiresAt = new Date(now.getTime() + RETENTION_MS);
    const { actorId, key, inputHash } = request;
    const fresh = {
      _id: recordId,
      actorId,
      key,
      inputHash,
      state: 'CLAIMED' as const,
      token,
      leaseUntil,
      answer: null,
      createdAt: now,
      expiresAt,
    };
    for (;;) {
      try {
        await this.collection.insert(fresh);
        return { state: 'CLAIMED', claim: { recordId, token, leaseUntil } };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const taken = await this.join(request, { token, now, leaseUntil });
      if (taken !== null) return taken;
    }
  }

  /**
   * Stores the answer. Call it in the transaction of what the answer tells.
   *
   * @throws DomainError CONFLICT if the lease ended and another took the work over: the transaction must not commit
   */
  async finish(claim: IdempotencyClaim, answer: JsonValue, options: WithSession = {}): Promise<void> {
    const filter = { _id: claim.recordId, state: 'CLAIMED', token: claim.token };
    const update = { $set: { state: 'FINISHED' as const, answer: plainCopy(answer) } };
    const isOurs = await this.collection.updateOne(filter, update, options);
    if (!isOurs) throw new DomainError('CONFLICT', { internal: 'the claim of this idempotency key was lost' });
  }

  /** Gives the claim back after a fault, so that the next try can do the work. Nothing happens if it is finished or lost. */
  async release(claim: IdempotencyClaim): Promise<void> {
    await this.collection.deleteOne({ _id: claim.recordId, state: 'CLAIMED', token: claim.token });
  }

  /** Makes the lease longer. False if the claim is lost. */
  async renew(claim: IdempotencyClaim, leaseUntil: Date): Promise<boolean> {
    return this.collection.updateOne(
      { _id: claim.recordId, state: 'CLAIMED', token: claim.token },
      { $set: { leaseUntil } },
    );
  }

  /** The record of another caller: its answer, its lease, or its abandoned work. Null: it vanished, try again. */
  private async join(
    { actorId, key, inputHash }: IdempotencyRequest,
    { token, now, leaseUntil }: { token: string; now: Date; leaseUntil: Date },
  ): Promise<ClaimResult | null> {
    const found = await this.collection.findOne({ actorId, key });
    if (found === null) return null;
    if (found.expiresAt <= now) {
      await this.collection.deleteOne({ _id: found._id, token: found.token });
      return null;
    }
    if (found.inputHash !== inputHash) throw new DomainError('IDEMPOTENCY_CONFLICT');
    if (found.state === 'FINISHED') return { state: 'FINISHED', answer: found.answer };
    if (found.leaseUntil > now) return { state: 'IN_PROGRESS', leaseUntil: found.leaseUntil };
    const filter = { _id: found._id, state: 'CLAIMED', token: found.token, expiresAt: greaterThan(now) };
    const isOurs = await this.collection.updateOne(filter, { $set: { token, leaseUntil } });
    return isOurs ? { state: 'CLAIMED', claim: { recordId: found._id, token, leaseUntil } } : null;
  }
}
