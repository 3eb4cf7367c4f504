import type { DbSession, Job, JobCheckpoint, JobClaim, JobEnd, JobKind } from '@rollcall/db';

/** The work of one kind of job. */
export interface JobHandler {
  readonly kind: JobKind;
  /**
   * Does the work from `run.job.cursor` on. It may be cut off at any moment and be called again, by another process too, so
   * what it writes and the checkpoint belong into one transaction.
   *
   * @throws DomainError if the job as a whole cannot be done: it fails with that code; anything else is tried again
   */
  run(run: JobRun): Promise<Omit<JobEnd, 'failure'>>;
  /** After a success was noted: removes what nobody needs any more. */
  cleanUp?(job: Job): Promise<void>;
}

/** A job while it runs. */
export interface JobRun {
  readonly job: Job;
  readonly claim: JobClaim;
  /** @throws JobStopped if the process is to end or the job was taken over; call it between two pieces of work */
  throwIfStopped(): void;
  /** @throws DomainError CONFLICT if another runner took over */
  checkpoint(point: JobCheckpoint, session?: DbSession): Promise<void>;
}

/** The runner gave the job up; somebody goes on with it later. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
}
