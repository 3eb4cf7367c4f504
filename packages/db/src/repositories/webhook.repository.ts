import { DomainError } from '@rollcall/contracts';
import { associatedData, seal, unseal } from '../crypto/aead.js';
import type { Webhook } from '../entities/webhook.js';
import type { WebhookDocument } from '../models/webhook.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';

/** Without the secret. */
const { fields, toEntity } = entityMapper<Webhook>()([
  'name',
  'url',
  'events',
  'isEnabled',
  'version',
  'createdAt',
  'updatedAt',
]);

export type WebhookChange = Partial<Pick<Webhook, 'name' | 'url' | 'events' | 'isEnabled'>>;

/** There are few. Their secrets are kept sealed: signing needs them, so a hash would not do. */
export class WebhookRepository {
  /** @param key of AES-256-GCM, wrapped by the master key */
  constructor(
    private readonly collection: Collection<WebhookDocument>,
    private readonly key: Buffer,
  ) {}

  /** Oldest first. */
  async listAll(options: WithSession = {}): Promise<readonly Webhook[]> {
    return (await this.collection.find({}, { ...options, fields, sort: { createdAt: 1, _id: 1 } })).map(toEntity);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<Webhook> {
    return toEntity(await this.collection.getOne({ _id: id }, { ...options, fields }));
  }

  async insert(webhook: Omit<Webhook, 'version'>, secret: string, options: WithSession = {}): Promise<Webhook> {
    const { id, ...rest } = webhook;
    const document = { _id: id, ...rest, events: [...rest.events], version: 1, secret: this.sealed(id, secret) };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  /** @throws DomainError CONFLICT if `version` is not the stored one; NOT_FOUND */
  async update(
    id: string,
    { events, ...change }: WebhookChange,
    at: { readonly version: number; readonly now: Date },
    options: WithSession = {},
  ): Promise<Webhook> {
    const set = { ...change, ...(events === undefined ? {} : { events: [...events] }), updatedAt: at.now };
    const update = { $set: set, $inc: { version: 1 } };
    const changed = await this.collection.findOneAndUpdate({ _id: id, version: at.version }, update, options);
    if (changed !== null) return toEntity(changed);
    await this.getById(id, options);
    throw new DomainError('CONFLICT', { internal: 'changed in the meantime' });
  }

  /** The former secret signs nothing any more. @throws DomainError NOT_FOUND */
  async replaceSecret(id: string, secret: string, now: Date, options: WithSession = {}): Promise<Webhook> {
    const update = { $set: { secret: this.sealed(id, secret), updatedAt: now }, $inc: { version: 1 } };
    const changed = await this.collection.findOneAndUpdate({ _id: id }, update, options);
    if (changed === null) throw new DomainError('NOT_FOUND');
    return toEntity(changed);
  }

  /** @throws DomainError NOT_FOUND */
  async remove(id: string, options: WithSession = {}): Promise<void> {
    if (!(await this.collection.deleteOne({ _id: id }, options))) throw new DomainError('NOT_FOUND');
  }

  /** For the signature only. @throws DomainError NOT_FOUND */
  async secretOf(id: string): Promise<string> {
    const { secret } = await this.collection.getOne({ _id: id }, { fields: ['secret'] });
    return unseal(this.key, secret, placeOf(id)).toString('utf8');
  }

  private sealed(id: string, secret: string) {
    return seal(this.key, Buffer.from(secret, 'utf8'), placeOf(id));
  }
}

const placeOf = (id: string): Buffer => associatedData('rollcall.webhook-secret.v1', id);
