/** What one process lets listeners take. */
export const LIVE_LIMITS = {
  sockets: 2_000,
  /** Of one person or key, over all their tabs and programs. */
  socketsPerActor: 50,
  subscriptionsPerSocket: 20,
  subscriptionsPerActorAndMinute: 600,
  /** A subscription is text; photos do not come this way. */
  maxMessageBytes: 64 * 1024,
  /** From the opened socket to the proof of who it is. */
  initTimeoutMs: 5_000,
  /** A listener that does not answer a ping until the next one is due is gone, or too slow to be fed. */
  pingMs: 12_000,
  /** Who listens is checked so often: a revoked key or an ended session hears nothing after this, and the time of the check. */
  recheckMs: 15_000,
  /** A check that gets no answer counts as a refusal after this long. */
  recheckTimeoutMs: 10_000,
  /** When the process stops, a socket has so long to say goodbye. */
  goodbyeMs: 2_000,
} as const;

/** Close codes of the graphql-ws protocol, and ours. */
export const CLOSE_CODES = {
  goingAway: 1001,
  unauthorised: 4401,
  forbidden: 4403,
  /** Come back with the last cursor. */
  tooSlow: 4408,
  tooMany: 4429,
  fault: 4500,
} as const;
