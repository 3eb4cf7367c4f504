/** One sender and one feeder at a time; after a crash the next one waits so long. */
export const WEBHOOK_LEASE_MS = 60_000;
/** The log of deliveries goes back so far. */
export const DELIVERY_KEPT_MS = 30 * 24 * 3600_000;
/** After the last of these a delivery is given up: with the pauses below, after about six hours. */
export const MAX_ATTEMPTS = 15;
export const FIRST_PAUSE_MS = 5_000;
export const LONGEST_PAUSE_MS = 3600_000;
/** From the first step to the last byte of the answer. */
export const ANSWER_WITHIN_MS = 10_000;
/** Sent at the same time, to all receivers together; far below what the lease lasts. */
export const SENT_AT_ONCE = 8;

/**
 * How long to wait after this many failures: doubling, and between half of it and all of it by chance, so that what failed together
 * does not come back together.
 */
export function pauseAfter(attempts: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
