import type { mongo } from 'mongoose';
import { CatchUp, Turns } from './catch-up.js';
import { type ChangePosition, decodeChangeCursor, encodeChangeCursor } from './change-cursor.js';
import { ChangeQueue, type PositionedChange } from './change-queue.js';
import type { ChangeSource } from './change-stream.js';
import { SharedStream } from './shared-stream.js';

export interface Change<T> {
  /** For `after`, once this change was handled. */
  readonly cursor: string;
  readonly value: T;
}

/** Changes in the order in which they were committed. `return` ends it at once, also while it waits. */
export type Changes<T> = AsyncIterableIterator<Change<T>> & { return(): Promise<IteratorResult<Change<T>>> };

/** So many changes may wait for one reader; some minutes of the busiest hour. */
const MAX_WAITING = 1_000;

/** The changes of one collection, for any number of readers of this process. */
export class ChangeFeed<T> {
  private readonly shared: SharedStream<T>;
  private readonly turns = new Turns();

  constructor(
    private readonly db: mongo.Db,
    private readonly source: ChangeSource<T>,
    private readonly maxWaiting = MAX_WAITING,
  ) {
    this.shared = new SharedStream(db, source);
  }

  /**
   * What happens from now on, or after a cursor. In order; after a crash of ours the driver may give a change again.
   *
   * @throws DomainError BAD_USER_INPUT for a foreign cursor, RESYNC_REQUIRED for one that is too old
   */
  async follow(after: string | null = null): Promise<Changes<T>> {
    const position = after === null ? null : decodeChangeCursor(this.source.name, after);
    const queue = new ChangeQueue<T>(this.maxWaiting);
    const joinedAt = await this.shared.join(queue);
    try {
      const range = position !== null && position < joinedAt ? { after: position, until: joinedAt } : null;
      const past = range === null ? null : await CatchUp.open(this.db, this.source, range, this.turns);
      return this.read(queue, past, position);
    } catch (error) {
      this.shared.leave(queue);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.shared.close();
  }

  private read(queue: ChangeQueue<T>, missed: CatchUp<T> | null, position: ChangePosition | null): Changes<T> {
    let past = missed;
    let last = position;
    const leave = async (): Promise<void> => {
      this.shared.leave(queue);
      queue.finish();
      const open = past;
      past = null;
      await open?.close();
    };
    const nextChange = async (): Promise<PositionedChange<T> | null> => {
      const found = (await past?.next()) ?? null;
      if (found !== null) return found;
      await past?.close();
      past = null;
      while (true) {
        const change = await queue.next();
        // The stream of the past may have come further than where the shared one began.
        if (change === null || last === null || change.position > last) return change;
      }
    };
    const { name } = this.source;
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        try {
          const change = await nextChange();
          if (change === null) return { done: true, value: undefined };
          last = change.position;
          return { done: false, value: { cursor: encodeChangeCursor(name, change.position), value: change.value } };
        } catch (error) {
          await leave();
          throw error;
        }
      },
      async return() {
        await leave();
        return { done: true, value: undefined };
      },
    };
  }
}
