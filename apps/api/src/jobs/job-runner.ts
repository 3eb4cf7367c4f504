import { DomainError, ERRORS } from '@rollcall/contracts';
import type { Job, JobClaim } from '@rollcall/db';
import type { ServiceContext } from '../services/service-context.js';
import { type JobHandler, type JobRun, JobStopped } from './job-handler.js';

export interface JobRunnerOptions {
  readonly handlers: readonly JobHandler[];
  readonly onError: (error: unknown, job: Job) => void;
  /** Default 30 s. After a crash the job waits so long for its next runner. */
  readonly leaseMs?: number;
}

const LEASE_MS = 30_000;
/** A job that breaks so often for reasons of ours is given up. */
const MAX_RUNS = 5;
/** A job that was begun so often takes the process down with it. */
const MAX_STARTS = 20;

/** Takes one job after the other and runs it; any number of processes may do so at once. */
export class JobRunner {
  private isStopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly context: ServiceContext,
    private readonly options: JobRunnerOptions,
  ) {}

  /**
   * Runs the oldest job that is free, or the given one.
   *
   * @returns the job as it is now; null if there was nothing to do
   */
  async runNext(id?: string): Promise<Job | null> {
    const { db, now, newId } = this.context;
    const { handlers, leaseMs = LEASE_MS } = this.options;
    if (this.isStopping) return null;
    const kinds = handlers.map((handler) => handler.kind);
    const claim = await db.jobs.claimNext({ kinds, token: newId(), now: now(), leaseMs, id });
    const handler = handlers.find(({ kind }) => kind === claim?.job.kind);
    if (claim === null || handler === undefined) return null;
    const work = this.run(claim, handler, leaseMs);
    // `stop` waits for it; what went wrong is told to the caller of this method.
    this.running = work.catch(() => undefined);
    await work;
    return db.jobs.findById(claim.job.id);
  }

  /** Runs whatever is free until nothing is. */
  async runAll(): Promise<void> {
    while ((await this.runNext()) !== null);
  }

  /** Lets the running job come to its next checkpoint and gives it back. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private async run(claim: JobClaim, handler: JobHandler, leaseMs: number): Promise<void> {
    const { db, now } = this.context;
    let isLost = false;
    const renew = async (): Promise<void> => {
      isLost = !(await db.jobs.renew(claim, new Date(now().getTime() + leaseMs)));
    };
    const renewal = setInterval(() => void renew().catch(() => undefined), leaseMs / 3);
    const run: JobRun = {
      job: claim.job,
      claim,
      throwIfStopped: () => {
        if (this.isStopping || isLost) throw new JobStopped('stopped');
      },
      checkpoint: (point, session) => db.jobs.checkpoint(claim, point, { session }),
    };
    try {
      if (claim.job.runs > MAX_STARTS) throw new Error('This job was begun too often and never came to an end.');
      const end = await handler.run(run);
      await db.jobs.finish(claim, 'SUCCEEDED', { ...end, now: now() });
      await handler.cleanUp?.(claim.job).catch((error: unknown) => this.options.onError(error, claim.job));
    } catch (error) {
      await this.conclude(claim, error);
    } finally {
      clearInterval(renewal);
    }
  }

  /** What a job that did not come to its end becomes: free again, or failed. */
  private async conclude(claim: JobClaim, error: unknown): Promise<void> {
    const { db, now } = this.context;
    const { job } = claim;
    if (error instanceof JobStopped) {
      await db.jobs.release(claim);
      return;
    }
    const isDomain = error instanceof DomainError && ERRORS[error.code].kind === 'domain';
    // A lost lease shows as CONFLICT too; then this finds the job in other hands and changes nothing.
    const isOurs = await db.jobs.renew(claim, new Date(now().getTime() + LEASE_MS));
    if (!isOurs) return;
    if (!isDomain) this.options.onError(error, job);
    // Not given back: the next try comes when the lease ends, so a database that is away is not asked five times a second.
    if (!isDomain && job.runs < MAX_RUNS) return;
    const known = isDomain ? error : new DomainError('INTERNAL_SERVER_ERROR');
    const failure = { code: known.code, message: sentenceOf(known) };
    await db.jobs.finish(claim, 'FAILED', { failure, now: now() });
  }
}

function sentenceOf({ message, details }: DomainError): string {
  const problem = details?.problem;
  return typeof problem === 'string' ? problem : message;
}
