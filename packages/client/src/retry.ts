import { RollcallError } from './errors.js';

/**
 * - `always`: repeating does nothing twice (queries; mutations with an idempotency key)
 * - `refusals`: only what the API refused before it did anything (RATE_LIMITED, ENGINE_BUSY)
 * - `never`
 */
export type Repeat = 'always' | 'refusals' | 'never';

export interface RetryOptions {
  /** Tries in all; default 5. */
  readonly attempts?: number;
  /** The first wait in milliseconds, doubled each time and shortened by chance; default 250. */
  readonly firstWaitMs?: number;
  /** The longest wait of our own in milliseconds; default 10,000. */
  readonly maxWaitMs?: number;
  /** A longer Retry-After is not waited for: the error is thrown. Milliseconds, default 60,000. */
  readonly maxRetryAfterMs?: number;
  /** How to wait; default: a timer. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A number from 0 to below 1; default Math.random. */
  readonly random?: () => number;
}

const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 10_000;

/** Half of the doubled wait for certain, the rest by chance: many clients do not come back in step. */
export function backOffMs(attempt: number, options: RetryOptions): number {
  const { firstWaitMs = FIRST_WAIT_MS, maxWaitMs = MAX_WAIT_MS, random = Math.random } = options;
  const full = Math.min(maxWaitMs, firstWaitMs * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * random());
}

/** @throws the last error when a retry does not help, is not safe, or was tried often enough */
export async function withRetries<T>(
  run: () => Promise<T>,
  repeat: Repeat,
  options: RetryOptions,
  signal?: AbortSignal,
): Promise<T> {
  const { attempts = 5, maxRetryAfterMs = 60_000, wait = waitFor } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt + 1 >= attempts || !isWorthRepeating(error, repeat) || signal?.aborted === true) throw error;
      const askedMs = (error.retryAfterSeconds ?? 0) * 1000;
      if (askedMs > maxRetryAfterMs) throw error;
      await wait(Math.max(askedMs, backOffMs(attempt, options)), signal);
    }
  }
}

function isWorthRepeating(error: unknown, repeat: Repeat): error is RollcallError {
  if (!(error instanceof RollcallError) || !error.isRetryable || repeat === 'never') return false;
  return repeat === 'always' || error.isRefusedUndone;
}

/** Resolves after the time; rejects with the reason of the signal as soon as that ends it. */
export function waitFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
