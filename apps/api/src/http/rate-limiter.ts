import { DomainError } from '@rollcall/contracts';

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

export interface RateLimiterOptions {
  readonly perMinute: number;
  readonly now: () => Date;
  /** Callers remembered at once; the one that was quiet longest is forgotten first. Default 10,000. */
  readonly maxCallers?: number;
}

/** What a caller has left, for the headers of the answer. */
export interface RateLimitState {
  readonly perMinute: number;
  /** Whole requests that may be made at once. */
  readonly remaining: number;
  /** Until all of them may be made again. */
  readonly resetSeconds: number;
}

/** A token bucket per caller, in the memory of this process. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly options: RateLimiterOptions) {}

  /** What the caller has left; asking costs nothing. */
  stateOf(caller: string): RateLimitState {
    const { perMinute } = this.options;
    const tokens = this.tokensOf(caller, this.options.now().getTime());
    const resetSeconds = Math.ceil(((perMinute - tokens) * 60) / perMinute);
    return { perMinute, remaining: Math.floor(tokens), resetSeconds };
  }

  /** @throws DomainError RATE_LIMITED with `retryAfterSeconds` */
  take(caller: string): void {
    const { perMinute, now, maxCallers = 10_000 } = this.options;
    const nowMs = now().getTime();
    const tokens = this.tokensOf(caller, nowMs);
    // Moves the caller to the end of the map, so that the first one is the quietest.
    this.buckets.delete(caller);
    // A refusal costs nothing: who asks a little too often gets as much as is agreed, and not nothing at all.
    this.buckets.set(caller, { tokens: tokens < 1 ? tokens : tokens - 1, filledAtMs: nowMs });
    const [quietest] = this.buckets.keys();
    if (this.buckets.size > maxCallers && quietest !== undefined) this.buckets.delete(quietest);
    if (tokens < 1) {
      const retryAfterSeconds = Math.ceil(((1 - tokens) * 60) / perMinute);
      throw new DomainError('RATE_LIMITED', { details: { retryAfterSeconds } });
    }
  }

  private tokensOf(caller: string, nowMs: number): number {
    const { perMinute } = this.options;
    const bucket = this.buckets.get(caller);
    if (bucket === undefined) return perMinute;
    return Math.min(perMinute, bucket.tokens + ((nowMs - bucket.filledAtMs) * perMinute) / 60_000);
  }
}
