import type { Database } from '@rollcall/db';
import type { Logger } from '../http/logger.js';
import type { Services } from '../services/create-services.js';

export interface Jobs {
  /** Lets what runs end. */
  stop(): Promise<void>;
}

const CLOSE_DAYS_EVERY_MS = 5 * 60_000;

/** What happens without anybody asking: audit entries are chained, days that are over are closed. */
export function startJobs(database: Database, services: Services, log: Logger): Jobs {
  const sealing = database.startAuditSealing((error) => log.error({ err: error, job: 'audit-sealing' }, 'job failed'));
  let running: Promise<unknown> = Promise.resolve();
  const closeDays = (): void => {
    running = services.closeDays
      .run()
      .catch((error: unknown) => log.error({ err: error, job: 'close-days' }, 'job failed'));
  };
  closeDays();
  const timer = setInterval(closeDays, CLOSE_DAYS_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await sealing.stop();
    },
  };
}
