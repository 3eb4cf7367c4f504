import type { DeliveryResult, Webhook } from '@rollcall/db';
import type { ServiceContext } from '../services/service-context.js';
import { postWebhook } from './post-webhook.js';
import { ANSWER_WITHIN_MS, MAX_ATTEMPTS, pauseAfter, SENT_AT_ONCE, WEBHOOK_LEASE_MS } from './webhook-limits.js';
import { SIGNATURE_HEADER, signatureOf } from './webhook-signature.js';

export interface WebhookSenderOptions {
  readonly allowsPrivate: boolean;
  readonly ownerId: string;
  /** Default 10 s. */
  readonly answerWithinMs?: number | undefined;
}

const JOB = 'webhook-sender';

/** Sends what is due, one process at a time. A crash between sending and noting sends once more: receivers go by the event's id. */
export class WebhookSender {
  private isStopped = false;

  constructor(
    private readonly context: ServiceContext,
    private readonly options: WebhookSenderOptions,
  ) {}

  /** Sends until nothing is due. @returns how many were sent; null if another process does it */
  async run(): Promise<number | null> {
    let count = 0;
    if (this.isStopped || !(await this.acquire())) return null;
    try {
      for (let sent = -1; sent !== 0 && !this.isStopped; count += sent) {
        if (!(await this.acquire())) return count;
        sent = await this.round();
      }
      return count;
    } finally {
      await this.context.db.jobLeases.release(JOB, this.options.ownerId).catch(() => undefined);
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  /** A few of each webhook, so that one that does not answer keeps the others waiting no longer than one answer may take. */
  private async round(): Promise<number> {
    const { db, now } = this.context;
    const webhooks = (await db.webhooks.listAll()).filter(({ isEnabled }) => isEnabled);
    const due = await Promise.all(
      webhooks.map(async (webhook) =>
        (await db.webhookDeliveries.listDueHeads(webhook.id, now(), SENT_AT_ONCE)).map((id) => ({ webhook, id })),
      ),
    );
    const turns = inTurn(due).slice(0, SENT_AT_ONCE);
    await Promise.all(turns.map(({ webhook, id }) => this.deliver(webhook, id)));
    return turns.length;
  }

  private async deliver({ id: webhookId, url }: Webhook, id: string): Promise<void> {
    const { db, now } = this.context;
    const { allowsPrivate, answerWithinMs = ANSWER_WITHIN_MS } = this.options;
    const [{ payload, type, eventId, attempts }, secret] = await Promise.all([
      db.webhookDeliveries.getById(id),
      db.webhooks.secretOf(webhookId),
    ]);
    const body = JSON.stringify(payload);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Rollcall',
      'rollcall-delivery-id': id,
      'rollcall-event-id': eventId,
      'rollcall-event-type': type,
      [SIGNATURE_HEADER]: signatureOf(secret, body, now()),
    };
    const answer = await postWebhook(url, body, headers, { allowsPrivate, timeoutMs: answerWithinMs });
    await db.webhookDeliveries.conclude(id, resultOf(answer, attempts + 1, now()));
  }

  private acquire(): Promise<boolean> {
    const at = { now: this.context.now(), leaseMs: WEBHOOK_LEASE_MS };
    return this.context.db.jobLeases.acquire(JOB, this.options.ownerId, at);
  }
}

function resultOf(
  { status, problem }: Awaited<ReturnType<typeof postWebhook>>,
  attempts: number,
  at: Date,
): DeliveryResult {
  const told = { attempts, lastStatus: status, lastProblem: problem };
  if (problem === null) return { ...told, state: 'DELIVERED', nextAttemptAt: at, deliveredAt: at };
  const nextAttemptAt = new Date(at.getTime() + pauseAfter(attempts));
  return { ...told, state: attempts >= MAX_ATTEMPTS ? 'DEAD' : 'PENDING', nextAttemptAt, deliveredAt: null };
}

/** The first of each list, then the second of each, … */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}
