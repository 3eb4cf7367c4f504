import type { WebhookDeliveryState } from '@rollcall/contracts';
import { plainCopy } from '../audit/canonical-json.js';
import type { JsonObject } from '../entities/audit-entry.js';
import type { WebhookDelivery } from '../entities/webhook.js';
import type { WebhookDeliveryDocument } from '../models/webhook.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { defined, oneOf } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<WebhookDelivery>()([
  'webhookId',
  'type',
  'eventId',
  'subject',
  'sequence',
  'payload',
  'state',
  'attempts',
  'nextAttemptAt',
  'lastStatus',
  'lastProblem',
  'replayOf',
  'createdAt',
  'deliveredAt',
  'expiresAt',
]);

const NEWEST_FIRST: PageOrder = { name: 'CREATED_AT_DESC', field: 'createdAt', direction: -1, kind: 'date' };

export interface DeliveryFilter {
  readonly webhookId: string;
  readonly state?: WebhookDeliveryState | null | undefined;
}

export type NewWebhookDelivery = Pick<
  WebhookDelivery,
  'id' | 'webhookId' | 'type' | 'eventId' | 'subject' | 'sequence' | 'payload' | 'replayOf' | 'createdAt' | 'expiresAt'
>;

export type DeliveryResult = Pick<
  WebhookDelivery,
  'state' | 'attempts' | 'nextAttemptAt' | 'lastStatus' | 'lastProblem' | 'deliveredAt'
>;

/** The queue of what webhooks are to be told, and for a while the log of it. */
export class WebhookDeliveryRepository {
  constructor(private readonly collection: Collection<WebhookDeliveryDocument>) {}

  async insertMany(deliveries: readonly NewWebhookDelivery[], options: WithSession = {}): Promise<void> {
    const documents = deliveries.map(({ id, payload, createdAt, ...rest }) => ({
      ...{ _id: id, ...rest, payload: plainCopy(payload) as JsonObject, createdAt },
      ...{ state: 'PENDING' as const, attempts: 0, nextAttemptAt: createdAt },
      ...{ lastStatus: null, lastProblem: null, deliveredAt: null },
    }));
    await this.collection.insertMany(documents, options);
  }

  /** Those of the ids that are there. */
  async listTaken(ids: readonly string[], options: WithSession = {}): Promise<ReadonlySet<string>> {
    const found = await this.collection.find({ _id: oneOf(ids) }, { ...options, fields: ['_id'] });
    return new Set(found.map(({ _id }) => _id));
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string): Promise<WebhookDelivery> {
    return toEntity(await this.collection.getOne({ _id: id }, { fields }));
  }

  /** Newest first. */
  async list({ webhookId, state }: DeliveryFilter, page: PageRequest): Promise<Page<WebhookDelivery>> {
    const filter = defined({ webhookId, state: state ?? undefined });
    return findPage({ collection: this.collection, filter, order: NEWEST_FIRST, page, fields, toEntity });
  }

  /**
   * The first delivery of each subject that waits; those after it must wait for it.
   *
   * @param limit so many at most, of those that are due
   */
  async listDueHeads(webhookId: string, now: Date, limit: number): Promise<readonly string[]> {
    const subjects = new Set<string>();
    const due: string[] = [];
    const query = { sort: { sequence: 1, _id: 1 } as const, fields: ['subject', 'nextAttemptAt'] };
    for await (const { _id, subject, nextAttemptAt } of this.collection.each({ webhookId, state: 'PENDING' }, query)) {
      const isHead = !subjects.has(subject);
      subjects.add(subject);
      if (isHead && nextAttemptAt <= now) due.push(_id);
      if (due.length >= limit) break;
    }
    return due;
  }

  /** Only of one that still waits: what was removed or given up meanwhile stays so. */
  async conclude(id: string, result: DeliveryResult): Promise<void> {
    await this.collection.updateOne({ _id: id, state: 'PENDING' }, { $set: { ...result } });
  }

  async removeOf(webhookId: string, options: WithSession = {}): Promise<void> {
    await this.collection.deleteMany({ webhookId }, options);
  }
}
