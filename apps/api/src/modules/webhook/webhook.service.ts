import { randomBytes } from 'node:crypto';
import type { Page, Webhook, WebhookDelivery } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { type KeyedCall, onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { DELIVERY_KEPT_MS } from '../../webhooks/webhook-limits.js';
import { testPayload } from '../../webhooks/webhook-payload.js';
import { problemOfUrl } from '../../webhooks/webhook-target.js';
import type { CreateWebhookInput, UpdateWebhookInput, WebhookDeliveriesArgs } from './webhook.inputs.js';

export interface WebhookWithSecret {
  readonly webhook: Webhook;
  /** The only time it is told. */
  readonly signingKey: string;
}

const SECRET_BYTES = 32;
/** There are few: each is read for each mark. */
const MAX_WEBHOOKS = 20;
const targetOf = ({ id }: { readonly id: string }) => ({ kind: 'WEBHOOK', id });

/** Which other programs are told what happens, and the log of telling them. */
export class WebhookService {
  /** Called when a delivery waits, so that a sender in this process need not look twice. */
  onDelivery: () => void = () => undefined;

  /** @param allowsPrivate whether receivers may be in the own network */
  constructor(
    private readonly context: ServiceContext,
    private readonly allowsPrivate: boolean,
  ) {}

  /** Oldest first. */
  async list(actor: Actor): Promise<readonly Webhook[]> {
    authorise(actor, 'admin');
    return this.context.db.webhooks.listAll();
  }

  /** Newest first. */
  async deliveries(
    actor: Actor,
    { webhookId, state, first, after }: WebhookDeliveriesArgs,
  ): Promise<Page<WebhookDelivery>> {
    authorise(actor, 'admin');
    return this.context.db.webhookDeliveries.list({ webhookId, state }, { first, after });
  }

  /** @throws DomainError BAD_USER_INPUT naming the field */
  async create(actor: Actor, input: CreateWebhookInput): Promise<WebhookWithSecret> {
    authorise(actor, 'admin');
    const { db, now, newId } = this.context;
    const at = now();
    const name = requiredText('name', input.name);
    const url = this.checkedUrl(input.url);
    const signingKey = newSecret();
    const hook = { id: newId(), name, url, events: input.events, isEnabled: true, createdAt: at, updatedAt: at };
    const details = { url: hostOf(url), events: [...input.events] };
    const webhook = await writeWitnessed(
      this.context,
      actor,
      { action: 'WEBHOOK_CREATED', target: targetOf, details },
      async (session) => {
        if ((await db.webhooks.listAll({ session })).length >= MAX_WEBHOOKS)
          throw badInput('input', `There are ${MAX_WEBHOOKS} webhooks already; remove one first.`);
        return db.webhooks.insert(hook, signingKey, { session });
      },
    );
    return { webhook, signingKey };
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND */
  async update(actor: Actor, { id, version, name, url, events, isEnabled }: UpdateWebhookInput): Promise<Webhook> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    if (events?.length === 0) throw badInput('events', 'Choose at least one.');
    const change = {
      ...(name == null ? {} : { name: requiredText('name', name) }),
      ...(url == null ? {} : { url: this.checkedUrl(url) }),
      ...(events == null ? {} : { events }),
      ...(isEnabled == null ? {} : { isEnabled }),
    };
    const details = { fields: Object.keys(change) };
    return writeWitnessed(this.context, actor, { action: 'WEBHOOK_UPDATED', target: targetOf, details }, (session) =>
      db.webhooks.update(id, change, { version, now: now() }, { session }),
    );
  }

  /** With its log; what waits is not sent any more. @throws DomainError NOT_FOUND */
  async remove(actor: Actor, id: string): Promise<Webhook> {
    authorise(actor, 'admin');
    const { db } = this.context;
    return writeWitnessed(this.context, actor, { action: 'WEBHOOK_REMOVED', target: targetOf }, async (session) => {
      const webhook = await db.webhooks.getById(id, { session });
      await db.webhooks.remove(id, { session });
      await db.webhookDeliveries.removeOf(id, { session });
      return webhook;
    });
  }

  /** The former key signs nothing from now on, also nothing that waits. @throws DomainError NOT_FOUND */
  async rotateSecret(actor: Actor, id: string): Promise<WebhookWithSecret> {
    authorise(actor, 'admin');
    const { db, now } = this.context;
    const signingKey = newSecret();
    const witnessed = { action: 'WEBHOOK_SECRET_ROTATED', target: targetOf };
    const webhook = await writeWitnessed(this.context, actor, witnessed, (session) =>
      db.webhooks.replaceSecret(id, signingKey, now(), { session }),
    );
    return { webhook, signingKey };
  }

  /** Queues an event that says it is a test. @throws DomainError NOT_FOUND */
  async test(actor: Actor, id: string, idempotencyKey?: string | null): Promise<WebhookDelivery> {
    authorise(actor, 'admin');
    const { newId, now } = this.context;
    await this.context.db.webhooks.getById(id);
    const eventId = newId();
    const event = { type: 'TEST' as const, eventId, payload: testPayload(eventId, now()), replayOf: null };
    const once = { mutation: 'testWebhook', input: { idempotencyKey, id } };
    return this.queue(actor, { webhookId: id, ...event }, 'WEBHOOK_TESTED', once);
  }

  /** Sends the same event once more, whatever became of it. It holds up no other. @throws DomainError NOT_FOUND */
  async replay(actor: Actor, deliveryId: string, idempotencyKey?: string | null): Promise<WebhookDelivery> {
    authorise(actor, 'admin');
    const { webhookId, type, eventId, payload, id } = await this.context.db.webhookDeliveries.getById(deliveryId);
    const once = { mutation: 'replayDelivery', input: { idempotencyKey, id } };
    return this.queue(actor, { webhookId, type, eventId, payload, replayOf: id }, 'WEBHOOK_DELIVERY_REPLAYED', once);
  }

  private async queue(
    actor: Actor,
    event: Pick<WebhookDelivery, 'webhookId' | 'type' | 'eventId' | 'payload' | 'replayOf'>,
    action: string,
    call: Pick<KeyedCall<WebhookDelivery>, 'mutation' | 'input'>,
  ): Promise<WebhookDelivery> {
    const { db, now, newId } = this.context;
    const recall = (id: string) => db.webhookDeliveries.getById(id);
    return onceByKey(this.context, actor, { ...call, recall }, async (keep) => {
      const id = newId();
      const at = now();
      const expiresAt = new Date(at.getTime() + DELIVERY_KEPT_MS);
      const delivery = { id, ...event, subject: `BY_HAND:${id}`, sequence: 0, createdAt: at, expiresAt };
      const target = () => targetOf({ id: event.webhookId });
      await writeWitnessed(this.context, actor, { action, target }, async (session) => {
        await db.webhookDeliveries.insertMany([delivery], { session });
        await keep(id, session);
      });
      this.onDelivery();
      return recall(id);
    });
  }

  private checkedUrl(text: string): string {
    const url = text.trim();
    const problem = problemOfUrl(url, this.allowsPrivate);
    if (problem !== null) throw badInput('url', problem);
    return new URL(url).href;
  }
}

const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}`;

/** The path of an address may hold a secret of the receiver. */
const hostOf = (url: string): string => new URL(url).host;
