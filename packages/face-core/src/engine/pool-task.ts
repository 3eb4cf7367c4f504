import type { DomainError } from '@rollcall/contracts';
import type { WireAnswer, WorkerJob } from '../worker/protocol.js';

export interface PoolAnswer {
  readonly answer: WireAnswer;
  /** Time the job waited for a free child. */
  readonly queueMs: number;
}

/** A child may be lost to what is not the job's fault, so a lost job is run once more; the second time it is the job. */
const MAX_ATTEMPTS = 2;

/** One job on its way through the pool. */
export class PoolTask {
  readonly result: Promise<PoolAnswer>;
  private readonly submittedAt = performance.now();
  private queueMs = 0;
  private attempts = 0;
  private resolve: (value: PoolAnswer) => void = () => {};
  private reject: (error: DomainError) => void = () => {};

  constructor(readonly job: WorkerJob) {
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  get canBeTriedAgain(): boolean {
    return this.attempts < MAX_ATTEMPTS;
  }

  begin(): void {
    if (this.attempts === 0) this.queueMs = performance.now() - this.submittedAt;
    this.attempts += 1;
  }

  answer(answer: WireAnswer): void {
    this.resolve({ answer, queueMs: this.queueMs });
  }

  fail(error: DomainError): void {
    this.reject(error);
  }
}
