import { DomainError } from '@rollcall/contracts';
import type { mongo } from 'mongoose';
import type { ChangePosition } from './change-cursor.js';
import type { ChangeQueue, PositionedChange } from './change-queue.js';
import { type ChangeSource, ChangeStream } from './change-stream.js';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** One time that the stream is open, from its first reader to its last. */
interface Run<T> {
  stream: ChangeStream<T>;
  isStopped: boolean;
  endPause: () => void;
}

/** The one change stream of this process over a collection, open while somebody reads. */
export class SharedStream<T> {
  private readonly queues = new Set<ChangeQueue<T>>();
  private running: Promise<Run<T>> | null = null;
  private reading: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly db: mongo.Db,
    private readonly source: ChangeSource<T>,
  ) {}

  /** From now on the queue gets every change after the position that is returned. */
  async join(queue: ChangeQueue<T>): Promise<ChangePosition> {
    if (this.isClosed) throw new DomainError('ENGINE_BUSY', { internal: 'the process is stopping' });
    this.queues.add(queue);
    try {
      this.running ??= this.start();
      return (await this.running).stream.position;
    } catch (error) {
      this.queues.delete(queue);
      throw error;
    }
  }

  leave(queue: ChangeQueue<T>): void {
    this.queues.delete(queue);
    if (this.queues.size === 0) void this.stop();
  }

  /** Ends every reader and stays closed. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const queue of this.queues) queue.finish();
    this.queues.clear();
    await this.stop();
    await this.reading;
  }

  private async start(): Promise<Run<T>> {
    try {
      const run = { stream: new ChangeStream(this.db, this.source, null), isStopped: false, endPause: () => undefined };
      // The first question opens it.
      this.deliver(await run.stream.next());
      this.reading = this.read(run);
      return run;
    } catch (error) {
      this.running = null;
      throw error;
    }
  }

  private async stop(): Promise<void> {
    const { running } = this;
    this.running = null;
    const run = await running?.catch(() => null);
    if (run == null) return;
    run.isStopped = true;
    run.endPause();
    await run.stream.close().catch(() => undefined);
  }

  /** Until the run is stopped. An outage of the database is waited for; nothing is lost by it. */
  private async read(run: Run<T>): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!run.isStopped) {
      try {
        const change = await run.stream.next();
        pauseMs = FIRST_PAUSE_MS;
        if (!run.isStopped) this.deliver(change);
      } catch (error) {
        if (run.isStopped) return;
        if (error instanceof DomainError) return this.fail(error);
        await this.pause(run, pauseMs);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        await this.reopen(run);
      }
    }
  }

  private deliver(change: PositionedChange<T> | null): void {
    if (change !== null) for (const queue of this.queues) queue.push(change);
  }

  private async reopen(run: Run<T>): Promise<void> {
    const { position } = run.stream;
    await run.stream.close().catch(() => undefined);
    if (!run.isStopped) run.stream = new ChangeStream(this.db, this.source, position);
  }

  private fail(error: DomainError): void {
    const readers = [...this.queues];
    this.queues.clear();
    void this.stop();
    for (const queue of readers) queue.finish(error);
  }

  private pause(run: Run<T>, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      run.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
