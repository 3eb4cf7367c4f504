/** Where the time comes from. */
export interface TimeSource {
  /** What the clock of the device shows, milliseconds since 1970. It may be wrong, and be set meanwhile. */
  readonly clockMs: () => number;
  /** Milliseconds since some moment; nobody sets it. */
  readonly steadyMs: () => number;
}

/**
 * The server's time as far as the device knows it: what the last answer said (its `Date` header, whole seconds), plus what has
 * passed since on a clock that nobody sets. Before the first answer: the clock of the device, put right by what it was off before.
 */
export class ServerClock {
  private known: { readonly serverMs: number; readonly steadyMs: number } | null = null;

  /** @param firstAheadMs by how much the clock of the device was ahead when the server last answered */
  constructor(
    private readonly time: TimeSource,
    private readonly firstAheadMs = 0,
  ) {}

  /** Takes note of an answer. @returns by how much our time was wrong, in milliseconds; 0 if it does not say */
  learn(dateHeader: string | null): number {
    const serverMs = Date.parse(dateHeader ?? '');
    if (Number.isNaN(serverMs)) return 0;
    const error = this.nowMs() - serverMs;
    this.known = { serverMs, steadyMs: this.time.steadyMs() };
    return Math.abs(error);
  }

  nowMs(): number {
    if (this.known === null) return this.time.clockMs() - this.firstAheadMs;
    return Math.round(this.known.serverMs + this.time.steadyMs() - this.known.steadyMs);
  }

  /** What the device's own clock shows. */
  clockMs(): number {
    return this.time.clockMs();
  }
}
