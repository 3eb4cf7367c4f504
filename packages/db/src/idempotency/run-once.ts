import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@rollcall/contracts';
import type { JsonValue } from '../entities/audit-entry.js';
import type { ClaimResult, IdempotencyClaim, IdempotencyRequest } from '../entities/idempotency.js';
import { DEFAULT_LEASE_MS, type IdempotencyRepository } from '../repositories/idempotency.repository.js';

export interface RunOnceOptions {
  readonly request: IdempotencyRequest;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly leaseMs?: number;
  /** How long to wait for the answer of another caller. Default: the lease and a little more. */
  readonly waitTimeoutMs?: number;
}

export interface OnceAnswer {
  readonly answer: JsonValue;
  /** True if this is the stored answer of an earlier or parallel call. */
  readonly isReplay: boolean;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/**
 * Does the work of one idempotency key once. `work` gets the claim and must call `idempotency.finish(claim, answer,
 * {session})` in its own transaction; it returns the same answer. Others with the same key wait for it. If the work throws,
 * the claim is released and the error passes on.
 *
 * @throws DomainError IDEMPOTENCY_CONFLICT for other input under the key; ENGINE_BUSY if the other caller takes too long
 */
export async function runOnce(
  idempotency: IdempotencyRepository,
  options: RunOnceOptions,
  work: (claim: IdempotencyClaim) => Promise<JsonValue>,
): Promise<OnceAnswer> {
  const result = await claimOrWait(idempotency, options);
  if (result.state === 'FINISHED') return { answer: result.answer, isReplay: true };
  try {
    return { answer: await work(result.claim), isReplay: false };
  } catch (error) {
    // If even this fails the lease runs out; the first error is the one to tell.
    await idempotency.release(result.claim).catch(() => undefined);
    throw error;
  }
}

async function claimOrWait(
  idempotency: IdempotencyRepository,
  { request, now, newId, leaseMs = DEFAULT_LEASE_MS, waitTimeoutMs = leaseMs + 5_000 }: RunOnceOptions,
): Promise<Exclude<ClaimResult, { state: 'IN_PROGRESS' }>> {
  let waitedMs = 0;
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    const result = await idempotency.claim(request, { recordId: newId(), token: newId(), now: now(), leaseMs });
    if (result.state !== 'IN_PROGRESS') return result;
    if (waitedMs >= waitTimeoutMs) {
      throw new DomainError('ENGINE_BUSY', { internal: 'waited too long for the answer to the same idempotency key' });
    }
    await sleep(pauseMs);
    waitedMs += pauseMs;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
