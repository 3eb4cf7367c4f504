import type { Database } from '@rollcall/db';
import type { Container } from '../container.js';
import type { Logger } from '../http/logger.js';

export interface Jobs {
  /** Lets what runs end. */
  stop(): Promise<void>;
}

interface RepeatedJob extends Jobs {
  /** Runs it now, unless it runs already. */
  start(): void;
}

const CLOSE_DAYS_EVERY_MS = 5 * 60_000;
const FORGET_LEAVERS_EVERY_MS = 60 * 60_000;
const REBUILD_DAYS_EVERY_MS = 5_000;

/** Whoever came late is known minutes later. */
const NOTIFY_EVERY_MS = 2 * 60_000;
const MAIL_EVERY_MS = 60_000;

type JobParts = Pick<Container, 'services' | 'jobRunner'>;

/** How often the queue is looked at when nobody of this process has put something in. */
const QUEUE_EVERY_MS = 5_000;
const REMOVE_FILES_EVERY_MS = 10 * 60_000;

/**
 * What happens without anybody asking: audit entries are chained, days that are over are closed, wide changes worked off,
 * people told. */
export function startJobs(database: Database, { services, jobRunner }: JobParts, log: Logger): Jobs {
  const sealing = database.startAuditSealing((error) => log.error({ err: error, job: 'audit-sealing' }, 'job failed'));
  const closeDays = async (): Promise<void> => {
    const count = await services.closeDays.run();
    if (count !== null && count.unjudged > 0)
      log.warn({ people: count.unjudged }, 'days were not judged: rosters contradict themselves');
  };
  const notify = repeat('notify', NOTIFY_EVERY_MS, () => services.notify.run(), log);
  services.notificationSettings.onChanged = notify.start;
  const repeating = [
    notify,
    repeat('notification-mail', MAIL_EVERY_MS, () => services.notificationMails.run(), log),
    repeat('report-mail', MAIL_EVERY_MS, () => services.reportMails.run(), log),
    repeat('close-days', CLOSE_DAYS_EVERY_MS, closeDays, log),
    repeat('forget-leavers', FORGET_LEAVERS_EVERY_MS, () => services.forgetLeavers.run(), log),
    repeat('forget-photos', FORGET_LEAVERS_EVERY_MS, () => services.forgetPhotos.run(), log),
    repeat('rebuild-days', REBUILD_DAYS_EVERY_MS, () => services.rebuildDays.run(), log),
  ];
  const queue = startQueue(database, { services, jobRunner }, log);
  return {
    async stop() {
      await queue.stop();
      await Promise.all(repeating.map((job) => job.stop()));
      await sealing.stop();
    },
  };
}

/** Runs a job now and again and again, never twice at a time in this process. */
function repeat(job: string, everyMs: number, run: () => Promise<unknown>, log: Logger): RepeatedJob {
  let running: Promise<unknown> | null = null;
  const start = (): void => {
    running ??= run()
      .catch((error: unknown) => log.error({ err: error, job }, 'job failed'))
      .finally(() => {
        running = null;
      });
  };
  start();
  const timer = setInterval(start, everyMs);
  timer.unref();
  return {
    start,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Runs the jobs that people ask for, one at a time, and removes files that have expired. */
function startQueue(database: Database, { services, jobRunner }: JobParts, log: Logger): Jobs {
  const failed = (job: string) => (error: unknown) => log.error({ err: error, job }, 'job failed');
  let working: Promise<unknown> | null = null;
  const work = (): void => {
    working ??= jobRunner
      .runAll()
      .catch(failed('queue'))
      .finally(() => {
        working = null;
      });
  };
  let removing: Promise<unknown> = Promise.resolve();
  const removeFiles = (): void => {
    removing = database.repositories.blobs.deleteExpired(new Date()).catch(failed('remove-files'));
  };
  services.jobs.onCreated = work;
  work();
  const timers = [setInterval(work, QUEUE_EVERY_MS), setInterval(removeFiles, REMOVE_FILES_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await jobRunner.stop();
      await Promise.all([working, removing]);
    },
  };
}
