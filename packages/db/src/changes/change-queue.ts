import type { ChangePosition } from './change-cursor.js';

export interface PositionedChange<T> {
  readonly position: ChangePosition;
  readonly value: T;
}

/** A reader took so long that what waits for it would grow without end. It can come back with its last cursor. */
export class SlowReaderError extends Error {
  override readonly name = 'SlowReaderError';
}

/** What waits for one reader, in order. It has an end: a reader that is too slow is told so instead of fed. */
export class ChangeQueue<T> {
  private readonly waiting: PositionedChange<T>[] = [];
  private end: { readonly error: unknown } | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly limit: number) {}

  push(change: PositionedChange<T>): void {
    if (this.end !== null) return;
    if (this.waiting.length >= this.limit) {
      this.finish(new SlowReaderError(`${this.limit} changes wait for this reader`));
      return;
    }
    this.waiting.push(change);
    this.wake?.();
  }

  /** Ends it at once, whatever waits. Without an error the reader sees a plain end. */
  finish(error: unknown = null): void {
    if (this.end !== null) return;
    this.end = { error };
    this.waiting.length = 0;
    this.wake?.();
  }

  /** The next change, when there is one; null at the end. @throws what it was finished with */
  async next(): Promise<PositionedChange<T> | null> {
    while (true) {
      const change = this.waiting.shift();
      if (change !== undefined) return change;
      if (this.end !== null) {
        if (this.end.error === null) return null;
        throw this.end.error;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }
}
