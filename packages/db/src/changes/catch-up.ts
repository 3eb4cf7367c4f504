import type { mongo } from 'mongoose';
import type { ChangePosition } from './change-cursor.js';
import type { PositionedChange } from './change-queue.js';
import { type ChangeSource, ChangeStream } from './change-stream.js';

/** A stream that catches up is never idle, so there is nothing to wait for. */
const NO_WAIT_MS = 1;
/** After a restart many come back at once; each asks for a connection of the pool. */
const AT_ONCE = 8;

/** Lets so many do something at the same time; the others wait their turn. */
export class Turns {
  private free = AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  async take<R>(work: () => Promise<R>): Promise<R> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}

/** What a reader missed: a stream of its own from its last position to where the shared one was when it joined. */
export class CatchUp<T> {
  private first: PositionedChange<T> | null = null;
  private isClosed = false;

  private constructor(
    private readonly stream: ChangeStream<T>,
    private readonly until: ChangePosition,
    private readonly turns: Turns,
  ) {}

  /** @throws DomainError RESYNC_REQUIRED if `after` is too old, or was never ours */
  static async open<T>(
    db: mongo.Db,
    source: ChangeSource<T>,
    range: { readonly after: ChangePosition; readonly until: ChangePosition },
    turns: Turns,
  ): Promise<CatchUp<T>> {
    const stream = new ChangeStream(db, source, range.after, NO_WAIT_MS);
    const catchUp = new CatchUp(stream, range.until, turns);
    try {
      catchUp.first = await turns.take(() => stream.next());
    } catch (error) {
      await stream.close();
      throw error;
    }
    return catchUp;
  }

  /** Null: nothing is missing any more, or it was closed. */
  async next(): Promise<PositionedChange<T> | null> {
    const { first } = this;
    this.first = null;
    if (first !== null) return first;
    // A closed stream answers null at once, for ever: asking it again would never let anything else run.
    while (!this.isClosed && this.stream.position < this.until) {
      const change = await this.turns.take(() => this.nextUnlessClosed());
      if (change !== null) return change;
    }
    return null;
  }

  /** Closing may come in the middle of a question, which then ends as an error. */
  private async nextUnlessClosed(): Promise<PositionedChange<T> | null> {
    try {
      return await this.stream.next();
    } catch (error) {
      if (this.isClosed) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.stream.close();
  }
}
