import { DomainError } from '@rollcall/contracts';
import type { WorkerJob, WorkerSettings } from '../worker/protocol.js';
import { PoolChild } from './pool-child.js';
import { type PoolAnswer, PoolTask } from './pool-task.js';

export interface PoolOptions {
  /** The compiled script that each child runs. */
  readonly entry: URL;
  readonly settings: WorkerSettings;
  readonly workers: number;
  readonly maxQueue: number;
  readonly jobTimeoutMs: number;
}

export interface PoolHealth {
  /** Children that take jobs; fewer than asked for while one is being replaced. */
  readonly workers: number;
  readonly idle: number;
  readonly queued: number;
}

const CLOSE_GRACE_MS = 2_000;
/** Pause before a child that could not start is tried again; doubled each time. */
const RESTART_PAUSE_MS = { first: 250, longest: 30_000 } as const;

/**
 * A fixed number of child processes and one bounded queue. A job that takes too long ends together with its child; a
 * child that dies is replaced, and its job is run once more.
 */
export class ProcessPool {
  private readonly children = new Set<PoolChild>();
  private readonly queue: PoolTask[] = [];
  private readonly pauses = new Set<NodeJS.Timeout>();
  private failedStarts = 0;
  private lastStartError: DomainError | undefined;
  private closing: Promise<void> | undefined;
  private onStarted: (() => void) | undefined;

  constructor(private readonly options: PoolOptions) {}

  /** Starts all children and waits for them. @throws DomainError if one cannot start; then none is left running */
  async start(): Promise<void> {
    const started = new Promise<void>((resolve) => {
      this.onStarted = resolve;
    });
    for (let i = 0; i < this.options.workers; i += 1) this.startChild();
    await started;
    if (this.lastStartError === undefined) return;
    await this.close();
    throw this.lastStartError;
  }

  /**
   * @throws DomainError `ENGINE_BUSY` (queue full, or closed), `ENGINE_TIMEOUT`, `INTERNAL_SERVER_ERROR` (two processes
   * ended over this job), or the reason why no child can start
   */
  run(job: WorkerJob): Promise<PoolAnswer> {
    const refusal = this.refusal();
    if (refusal !== undefined) return Promise.reject(refusal);
    const task = new PoolTask(job);
    this.queue.push(task);
    this.dispatch();
    return task.result;
  }

  health(): PoolHealth {
    const ready = [...this.children].filter(({ isReady }) => isReady);
    const idle = ready.filter(({ current }) => current === undefined);
    return { workers: ready.length, idle: idle.length, queued: this.queue.length };
  }

  /** Process ids of the children, for whoever watches them from outside. */
  pids(): number[] {
    return [...this.children].flatMap(({ pid }) => pid ?? []);
  }

  /** Refuses what waits, lets running jobs end, and returns when every child is gone. May be called again. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown(): Promise<void> {
    for (const pause of this.pauses) clearTimeout(pause);
    this.failQueue(new DomainError('ENGINE_BUSY', { internal: 'the engine is closing' }));
    await Promise.allSettled([...this.children].map(({ current }) => current?.result));
    await Promise.all([...this.children].map((child) => child.close(CLOSE_GRACE_MS)));
  }

  private refusal(): DomainError | undefined {
    const { maxQueue } = this.options;
    if (this.closing !== undefined) return new DomainError('ENGINE_BUSY', { internal: 'the engine is closed' });
    if (this.children.size === 0) return this.lastStartError;
    if (this.queue.length < maxQueue || this.health().idle > 0) return undefined;
    return new DomainError('ENGINE_BUSY', { details: { maxQueue } });
  }

  private startChild(): void {
    const { entry, settings } = this.options;
    const child: PoolChild = new PoolChild(entry, settings, {
      onIdle: () => {
        this.failedStarts = 0;
        this.dispatch();
        if (this.health().workers === this.options.workers) this.onStarted?.();
      },
      onGone: (lost, startError) => {
        this.children.delete(child);
        if (startError === undefined) this.replace(lost);
        else this.retryStart(startError);
      },
    });
    this.children.add(child);
  }

  /** A child that worked has died: another takes its place and, if it had a job, that job goes first. */
  private replace(lost: PoolTask | undefined): void {
    if (lost?.canBeTriedAgain && this.closing === undefined) this.queue.unshift(lost);
    else
      lost?.fail(
        new DomainError('INTERNAL_SERVER_ERROR', { internal: 'face processes ended while they had this job' }),
      );
    if (this.closing === undefined) this.startChild();
    this.dispatch();
  }

  /** A child could not start: try again later. While none is left, jobs are refused with the reason. */
  private retryStart(error: DomainError): void {
    this.lastStartError = error;
    this.onStarted?.();
    if (this.children.size === 0) this.failQueue(error);
    if (this.closing !== undefined) return;
    const { first, longest } = RESTART_PAUSE_MS;
    const pause = setTimeout(
      () => {
        this.pauses.delete(pause);
        this.startChild();
      },
      Math.min(first * 2 ** this.failedStarts, longest),
    );
    this.pauses.add(pause);
    this.failedStarts += 1;
  }

  private dispatch(): void {
    for (const child of this.children) {
      if (!child.isReady || child.current !== undefined) continue;
      const task = this.queue.shift();
      if (task === undefined) return;
      child.run(task, this.options.jobTimeoutMs);
    }
  }

  private failQueue(error: DomainError): void {
    for (const task of this.queue.splice(0)) task.fail(error);
  }
}
