import { deadlineIn, readLimit, runWithin } from '../connection/deadline.js';

/** Of the read itself: it is nobody's alone, so that no request's own deadline can end it for the others. */
const LIMIT_MS = 30_000;

/**
 * A read that has one answer for everybody who asks, and that many ask for at once. One runs at a time; whoever asks meanwhile
 * waits and shares the next one. Nothing is kept: an answer was always read after it was asked for, so that a change which was
 * acknowledged before is in it.
 */
export class JoinedRead<T> {
  private running: Promise<T> | null = null;
  /** Waits for the running one, and has not begun. */
  private next: Promise<T> | null = null;

  constructor(private readonly load: () => Promise<T>) {}

  /**
   * The answer is shared: readers must not change it.
   *
   * @throws DomainError TIMEOUT if the deadline of who asks has passed, and what the read throws
   */
  async read(): Promise<T> {
    readLimit();
    if (this.next !== null) return this.next;
    if (this.running === null) return this.begin();
    this.next = this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  /** Whether nobody waits for it. */
  get isIdle(): boolean {
    return this.running === null && this.next === null;
  }

  private begin(): Promise<T> {
    this.next = null;
    const running = runWithin(deadlineIn(LIMIT_MS), this.load).finally(() => {
      if (this.running === running) this.running = null;
    });
    this.running = running;
    return running;
  }
}

/** As `JoinedRead`, of many things, each with a key. */
export class JoinedReads<T> {
  private readonly underWay = new Map<string, JoinedRead<T>>();

  constructor(private readonly load: (key: string) => Promise<T>) {}

  /** See `JoinedRead.read`. */
  async read(key: string): Promise<T> {
    const joined = this.underWay.get(key) ?? new JoinedRead(() => this.load(key));
    this.underWay.set(key, joined);
    try {
      return await joined.read();
    } finally {
      if (joined.isIdle) this.underWay.delete(key);
    }
  }

  /** How many keys are being read. */
  get size(): number {
    return this.underWay.size;
  }
}
