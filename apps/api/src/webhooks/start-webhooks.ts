import type { ChangeFeeds } from '@rollcall/db';
import { isRefusal } from '../modules/live/live.service.js';
import type { ServiceContext } from '../services/service-context.js';
import { WebhookFeeder } from './webhook-feeder.js';
import { markPayload, refusalPayload } from './webhook-payload.js';
import { WebhookSender, type WebhookSenderOptions } from './webhook-sender.js';

export interface Webhooks {
  /** Looks at once for what is due. */
  wake(): void;
  stop(): Promise<void>;
}

export interface WebhooksOptions extends WebhookSenderOptions {
  readonly onError: (error: unknown, job: string) => void;
  /** How often is looked for what is due again, and whether the process that did it is gone. Default 2 s. */
  readonly everyMs?: number | undefined;
}

const EVERY_MS = 2_000;

/** Notes what webhooks are to be told, and tells them; any number of processes may be asked to. */
export function startWebhooks(context: ServiceContext, feeds: ChangeFeeds, options: WebhooksOptions): Webhooks {
  const { ownerId, onError, everyMs = EVERY_MS } = options;
  const { attendanceEvents, captureAttempts } = context.db;
  const sender = new WebhookSender(context, options);
  const sending = task(
    () => sender.run(),
    (error) => onError(error, 'webhook-sender'),
  );
  const marks = new WebhookFeeder(
    context,
    {
      type: 'ATTENDANCE_RECORDED',
      feed: feeds.attendanceEvents,
      since: (moment) => attendanceEvents.eachSince(moment),
      toEvent: (event) => ({
        ...{ id: event.id, employeeId: event.employeeId, occurredAt: event.recordedAt, payload: markPayload(event) },
      }),
    },
    ownerId,
    sending.start,
  );
  const refusals = new WebhookFeeder(
    context,
    {
      type: 'CAPTURE_REFUSED',
      feed: feeds.captureAttempts,
      since: (moment) => captureAttempts.eachSince(moment),
      toEvent: (attempt) =>
        isRefusal(attempt)
          ? {
              ...{ id: attempt.id, employeeId: attempt.employeeId, occurredAt: attempt.at },
              payload: refusalPayload(attempt),
            }
          : null,
    },
    ownerId,
    sending.start,
  );
  const tasks = [
    sending,
    task(
      () => marks.run(),
      (error) => onError(error, 'webhook-feeder'),
    ),
    task(
      () => refusals.run(),
      (error) => onError(error, 'webhook-feeder'),
    ),
  ];
  const startAll = (): void => {
    for (const { start } of tasks) start();
  };
  startAll();
  const timer = setInterval(startAll, everyMs);
  timer.unref();
  return {
    wake: sending.start,
    async stop() {
      clearInterval(timer);
      sender.stop();
      await Promise.all([marks.stop(), refusals.stop()]);
      await Promise.all(tasks.map(({ idle }) => idle()));
    },
  };
}

/** Runs one thing at a time; asked while it runs, it runs once more. */
function task(run: () => Promise<unknown>, onError: (error: unknown) => void) {
  let running: Promise<unknown> | null = null;
  let isWanted = false;
  const start = (): void => {
    if (running !== null) {
      isWanted = true;
      return;
    }
    isWanted = false;
    running = run()
      .catch(onError)
      .finally(() => {
        running = null;
        if (isWanted) start();
      });
  };
  const idle = async (): Promise<void> => {
    while (running !== null) await running;
  };
  return { start, idle };
}
