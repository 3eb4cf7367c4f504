import { createHash } from 'node:crypto';
import { DomainError, type WebhookEvent } from '@rollcall/contracts';
import type { ChangeFeed, Changes, JsonObject, NewWebhookDelivery } from '@rollcall/db';
import type { ServiceContext } from '../services/service-context.js';
import { DELIVERY_KEPT_MS, WEBHOOK_LEASE_MS } from './webhook-limits.js';

/** Where webhook events come from. */
export interface WebhookSource<T> {
  readonly type: WebhookEvent;
  readonly feed: ChangeFeed<T>;
  /** What was written since then, for when the feed cannot go on from where it was. */
  readonly since: (moment: Date) => AsyncIterable<T>;
  readonly toEvent: (value: T) => WebhookOccurrence | null;
}

export interface WebhookOccurrence {
  readonly id: string;
  /** What is told one after the other; null: of nobody in particular. */
  readonly employeeId: string | null;
  readonly occurredAt: Date;
  readonly payload: JsonObject;
}

/** Kept with the lease, in the transaction that writes the deliveries. */
interface Progress {
  readonly cursor: string | null;
  readonly sequence: number;
  /** When this was noted last. */
  readonly at: string;
}

/** Where nobody is told anything, the position is noted so often, and not for every mark. */
const NOTED_EVERY_MS = 30_000;
/** How far the clocks of several processes may be apart, and a transaction may take. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Makes deliveries of what happens: one process at a time, from a stored position. Marks know nothing of webhooks, so no mark
 * waits for one; a delivery's id comes from its event, so an event that is seen again is noted once.
 */
export class WebhookFeeder<T> {
  private readonly job: string;
  private changes: Changes<T> | null = null;
  private isStopped = false;

  constructor(
    private readonly context: ServiceContext,
    private readonly source: WebhookSource<T>,
    private readonly ownerId: string,
    private readonly onDelivery: () => void,
  ) {
    this.job = `webhooks:${source.type}`;
  }

  /** Follows until it is stopped or the lease is lost. Returns at once if another process does it. */
  async run(): Promise<void> {
    if (this.isStopped || !(await this.acquire())) return;
    const renewal = setInterval(() => void this.renew(), WEBHOOK_LEASE_MS / 3);
    renewal.unref();
    try {
      await this.follow(await this.progress());
    } catch (error) {
      // Another process has taken over.
      if (!(error instanceof DomainError && error.code === 'CONFLICT')) throw error;
    } finally {
      clearInterval(renewal);
      await this.changes?.return();
      this.changes = null;
      await this.context.db.jobLeases.release(this.job, this.ownerId).catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.changes?.return();
  }

  private async follow(begun: Progress): Promise<void> {
    let progress = begun;
    this.changes = await this.goOnFrom(begun.cursor);
    if (this.changes === null) {
      // Followed first, read then: nothing falls in between, and what is seen twice is noted once.
      this.changes = await this.source.feed.follow();
      progress = await this.makeUpFor(begun);
    }
    if (this.isStopped) return;
    for await (const { cursor, value } of this.changes) progress = await this.note(value, progress, cursor);
  }

  /** Null: there is no position yet, or it is too old. */
  private async goOnFrom(cursor: string | null): Promise<Changes<T> | null> {
    if (cursor === null) return null;
    try {
      return await this.source.feed.follow(cursor);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'RESYNC_REQUIRED') return null;
      throw error;
    }
  }

  /** The database has no changes of then any more; what was written then is there. */
  private async makeUpFor(progress: Progress): Promise<Progress> {
    let now = progress;
    const moment = new Date(new Date(progress.at).getTime() - OVERLAP_MS);
    for await (const value of this.source.since(moment)) now = await this.note(value, now, null);
    return now;
  }

  private async note(value: T, progress: Progress, cursor: string | null): Promise<Progress> {
    const { db, now } = this.context;
    const at = now();
    const event = this.source.toEvent(value);
    const wanted = event === null ? [] : await this.deliveriesOf(event, progress.sequence + 1, at);
    const isNotedSoon = at.getTime() - new Date(progress.at).getTime() < NOTED_EVERY_MS;
    if (wanted.length === 0 && isNotedSoon) return { ...progress, cursor };
    return db
      .withTransaction(async (session) => {
        const taken = await db.webhookDeliveries.listTaken(
          wanted.map(({ id }) => id),
          { session },
        );
        const fresh = wanted.filter(({ id }) => !taken.has(id));
        await db.webhookDeliveries.insertMany(fresh, { session });
        const next = { cursor, sequence: progress.sequence + 1, at: at.toISOString() };
        await db.jobLeases.note(this.job, this.ownerId, JSON.stringify(next), { session });
        return { next, isFresh: fresh.length > 0 };
      })
      .then(({ next, isFresh }) => {
        if (isFresh) this.onDelivery();
        return next;
      });
  }

  private async deliveriesOf(
    { id: eventId, employeeId, occurredAt, payload }: WebhookOccurrence,
    sequence: number,
    createdAt: Date,
  ): Promise<readonly NewWebhookDelivery[]> {
    const { type } = this.source;
    const webhooks = await this.context.db.webhooks.listAll();
    const subject = `${type}:${employeeId ?? eventId}`;
    const expiresAt = new Date(createdAt.getTime() + DELIVERY_KEPT_MS);
    return (
      webhooks
        // What is made up for may be older than the webhook.
        .filter((webhook) => webhook.isEnabled && webhook.events.includes(type) && webhook.createdAt <= occurredAt)
        .map(({ id: webhookId }) => ({
          id: createHash('sha256')
            .update(JSON.stringify([webhookId, type, eventId]))
            .digest('hex')
            .slice(0, 32),
          ...{ webhookId, type, eventId, subject, sequence, payload, replayOf: null, createdAt, expiresAt },
        }))
    );
  }

  private async progress(): Promise<Progress> {
    const { db, now } = this.context;
    const stored = await db.jobLeases.progressOf(this.job);
    if (stored !== null) return JSON.parse(stored) as Progress;
    const beginning = { cursor: null, sequence: 0, at: now().toISOString() };
    await db.jobLeases.note(this.job, this.ownerId, JSON.stringify(beginning));
    return beginning;
  }

  private async acquire(): Promise<boolean> {
    const at = { now: this.context.now(), leaseMs: WEBHOOK_LEASE_MS };
    return this.context.db.jobLeases.acquire(this.job, this.ownerId, at);
  }

  private async renew(): Promise<void> {
    const isOurs = await this.acquire().catch(() => true);
    if (!isOurs) await this.changes?.return();
  }
}
