import { DomainError } from '@rollcall/contracts';
import type { mongo } from 'mongoose';
import type { ChangePosition } from './change-cursor.js';
import type { PositionedChange } from './change-queue.js';

/** Which changes of which collection, and what is made of each. */
export interface ChangeSource<T> {
  /** Goes into cursors. */
  readonly name: string;
  readonly collection: string;
  readonly operations: readonly ('insert' | 'update' | 'replace')[];
  readonly toValue: (change: { readonly id: string; readonly document: object | null }) => T;
}

/** How long the server waits for a change before it answers that there is none: so long the first reader waits, too. */
const LIVE_WAIT_MS = 200;

/** The server has thrown the past away (286), or the token is none of its own (260, 280). */
const UNRESUMABLE_CODES: ReadonlySet<unknown> = new Set([260, 280, 286]);

/** One change stream of MongoDB over one collection. */
export class ChangeStream<T> {
  private readonly stream: mongo.ChangeStream;

  /** @param after where to go on; null: with what happens from `open` on */
  constructor(
    db: mongo.Db,
    private readonly source: ChangeSource<T>,
    private readonly after: ChangePosition | null,
    maxAwaitTimeMS = LIVE_WAIT_MS,
  ) {
    const pipeline = [
      { $match: { operationType: { $in: [...source.operations] } } },
      { $project: { operationType: 1, documentKey: 1, ...(this.needsDocument ? { fullDocument: 1 } : {}) } },
    ];
    const resume = after === null ? {} : { resumeAfter: { _data: after } };
    this.stream = db.collection(source.collection).watch(pipeline, { maxAwaitTimeMS, ...resume });
  }

  /** Everything up to here was given out by `next`. */
  get position(): ChangePosition {
    const token = this.stream.resumeToken as { readonly _data?: unknown } | null | undefined;
    const data = token?._data;
    if (typeof data === 'string') return data;
    if (this.after !== null) return this.after;
    throw new Error('The change stream has no position: open it first.');
  }

  /** The next change, or null if there is none for the moment. @throws DomainError RESYNC_REQUIRED if the position is too old */
  async next(): Promise<PositionedChange<T> | null> {
    try {
      const change = (await this.stream.tryNext()) as RawChange | null;
      if (change === null) return null;
      const value = this.source.toValue({ id: change.documentKey._id, document: change.fullDocument ?? null });
      return { position: change._id._data, value };
    } catch (cause) {
      if (!isUnresumable(cause, this.after !== null)) throw cause;
      throw new DomainError('RESYNC_REQUIRED', { cause });
    }
  }

  async close(): Promise<void> {
    await this.stream.close();
  }

  private get needsDocument(): boolean {
    return !this.source.operations.includes('update');
  }
}

interface RawChange {
  readonly _id: { readonly _data: string };
  readonly documentKey: { readonly _id: string };
  readonly fullDocument?: object;
}

/** Also what the server says of a token that it cannot read at all: those errors have no code of their own. */
function isUnresumable(error: unknown, isResumed: boolean): boolean {
  const { code, errorResponse } = error as { readonly code?: unknown; readonly errorResponse?: object };
  if (UNRESUMABLE_CODES.has(code)) return true;
  return isResumed && errorResponse !== undefined && /resume token|KeyString|resume point/i.test(String(error));
}
