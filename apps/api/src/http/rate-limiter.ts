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

/** A token bucket per caller, in the memory of this process. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly options: RateLimiterOptions) {}

  /** @throws DomainError RATE_LIMITED with `retryAfterSeconds` */
  take(caller: string): void {
    const { perMinute, now, maxCallers = 10_000 } = this.options;
    const nowMs = now().getTime();
    const bucket = this.buckets.get(caller) ?? { tokens: perMinute, filledAtMs: nowMs };
    const grown = bucket.tokens + ((nowMs - bucket.filledAtMs) * perMinute) / 60_000;
    const tokens = Math.min(perMinute, grown);
    // Moves the caller to the end of the map, so that the first one is the quietest.
    this.buckets.delete(caller);
    this.buckets.set(caller, { tokens: Math.max(0, tokens - 1), filledAtMs: nowMs });
    const [quietest] = this.buckets.keys();
    if (this.buckets.size > maxCallers && quietest !== undefined) this.buckets.delete(quietest);
    if (tokens < 1) {
      const retryAfterSeconds = Math.ceil(((1 - tokens) * 60) / perMinute);
      throw new DomainError('RATE_LIMITED', { details: { retryAfterSeconds } });
    }
  }
}
