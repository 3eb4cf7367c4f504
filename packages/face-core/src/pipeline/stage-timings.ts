/** Milliseconds of each stage; a stage that was not reached is absent. */
export interface StageTimings {
  readonly queueMs?: number;
  readonly decodeMs?: number;
  readonly detectMs?: number;
  readonly alignMs?: number;
  readonly qualityMs?: number;
  readonly padMs?: number;
  readonly embedMs?: number;
  /** From the call to the answer, the way to the child process and back included. */
  readonly totalMs: number;
}

export type StageName = Exclude<keyof StageTimings, 'totalMs' | 'queueMs'>;

/** A stopwatch for one capture. */
export class StageClock {
  private readonly startedAt = performance.now();
  private readonly stages: Partial<Record<StageName, number>> = {};

  async time<T>(stage: StageName, work: () => T | Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await work();
    this.stages[stage] = performance.now() - from;
    return result;
  }

  read(): StageTimings {
    return { ...this.stages, totalMs: performance.now() - this.startedAt };
  }
}
