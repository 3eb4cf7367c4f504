import { createHash } from 'node:crypto';
import type { Database } from '@rollcall/db';

/**
 * Slows down the guessing of passwords: per account and address first, so that nobody is locked out by a stranger
 * elsewhere, then per account with a higher limit. There is no final lock: the longest pause keeps guessing hopeless.
 */
export const SIGN_IN_LIMITS = {
  freeTriesPerAddress: 5,
  freeTriesPerAccount: 25,
  firstPauseMs: 15_000,
  longestPauseMs: 15 * 60_000,
  /** Counts without a change for so long are forgotten. */
  forgetAfterMs: 24 * 3600_000,
} as const;

interface CounterDocument {
  _id: string;
  tries: number;
  pausedUntil: Date | null;
  expiresAt: Date;
}

const COLLECTION = 'signInThrottles';
const DUPLICATE_KEY = 11_000;

export class SignInThrottle {
  private readonly counters;

  constructor(
    database: Database['nativeDb'],
    private readonly now: () => Date,
  ) {
    this.counters = database.collection<CounterDocument>(COLLECTION);
  }

  async ensureIndexes(): Promise<void> {
    await this.counters.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'sign_in_throttle_expiry' });
  }

  /**
   * Counts a try before the password is looked at, so that many tries at once gain nothing.
   *
   * @returns milliseconds to wait; 0: go on
   */
  async begin(account: string, address: string): Promise<number> {
    const { freeTriesPerAddress, freeTriesPerAccount } = SIGN_IN_LIMITS;
    const wait = await this.count(keyOf(account, address), freeTriesPerAddress);
    return wait > 0 ? wait : this.count(keyOf(account), freeTriesPerAccount);
  }

  /** The password was right: the counts start again. */
  async succeed(account: string, address: string): Promise<void> {
    await this.counters.deleteMany({ _id: { $in: [keyOf(account, address), keyOf(account)] } });
  }

  private async count(id: string, freeTries: number): Promise<number> {
    for (;;) {
      const at = this.now();
      try {
        const isOpen = { _id: id, pausedUntil: { $not: { $gt: at } } };
        await this.counters.updateOne(isOpen, oneMore(at, freeTries), { upsert: true });
        return 0;
      } catch (error) {
        if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
      }
      // The id is taken: the counter is paused, or another try has just made it. Then this one is counted anew.
      const pausedUntil = (await this.counters.findOne({ _id: id }))?.pausedUntil ?? null;
      if (pausedUntil !== null && pausedUntil > at) return pausedUntil.getTime() - at.getTime();
    }
  }
}

/** One try more; from the last free one on each try is followed by a pause, every one twice as long. */
function oneMore(at: Date, freeTries: number) {
  const { firstPauseMs, longestPauseMs, forgetAfterMs } = SIGN_IN_LIMITS;
  const beyond = { $max: [0, { $subtract: ['$tries', freeTries] }] };
  // Capped before the power, which would overflow.
  const pauseMs = { $min: [longestPauseMs, { $multiply: [firstPauseMs, { $pow: [2, { $min: [20, beyond] }] }] }] };
  return [
    { $set: { tries: { $add: [{ $ifNull: ['$tries', 0] }, 1] } } },
    {
      $set: {
        pausedUntil: { $cond: [{ $gte: ['$tries', freeTries] }, { $add: [at, pauseMs] }, null] },
        expiresAt: new Date(at.getTime() + forgetAfterMs),
      },
    },
  ];
}

/** Addresses of people are not kept in clear for this. */
function keyOf(account: string, address = ''): string {
  return createHash('sha256').update(`${account.trim().toLowerCase()}\n${address}`).digest('base64url');
}
