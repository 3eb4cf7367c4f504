/** Slows down guessing. Counted per account and address first, then per account, and kept in the database. */
export interface SignInThrottle {
  /** Milliseconds until the next attempt is allowed; 0: now. */
  waitMs(account: string, address: string): Promise<number>;
  recordFailure(account: string, address: string): Promise<void>;
  recordSuccess(account: string, address: string): Promise<void>;
}
