import type { AuditSealer } from './audit-sealer.js';

export interface SealingLoopOptions {
  readonly sealer: AuditSealer;
  /** Pause between rounds. Default 500 ms, so that an entry is chained within about a second. */
  readonly intervalMs?: number;
  readonly onError: (error: unknown) => void;
}

export interface SealingLoop {
  /** Ends the round that runs, seals what is left and gives the lease back. */
  stop(): Promise<void>;
}

/** Seals again and again. An error is reported and the next round tries again. */
export function startSealingLoop({ sealer, intervalMs = 500, onError }: SealingLoopOptions): SealingLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const round = async (): Promise<void> => {
    await sealer.sealPending().catch(onError);
    if (!isStopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      running = round();
    }, intervalMs);
    timer.unref();
  };
  schedule();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await sealer.sealPending().catch(onError);
      await sealer.releaseLease().catch(onError);
    },
  };
}
