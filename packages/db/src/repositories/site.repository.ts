import { DomainError } from '@rollcall/contracts';
import type { Site } from '../entities/site.js';
import type { SiteDocument } from '../models/site.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { foldText } from './text-keys.js';

const { toEntity } = entityMapper<Site>()(['name', 'timeZone', 'version', 'createdAt', 'updatedAt']);

export class SiteRepository {
  constructor(private readonly collection: Collection<SiteDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<Site | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<Site> {
    return toEntity(await this.collection.getOne({ _id: id }, options));
  }

  /** All sites by name; there are few. */
  async listAll(options: WithSession = {}): Promise<readonly Site[]> {
    return (await this.collection.find({}, { ...options, sort: { nameKey: 1 } })).map(toEntity);
  }

  /** @throws DomainError CONFLICT if there is a site of that name */
  async insert(site: Omit<Site, 'version'>, options: WithSession = {}): Promise<Site> {
    const document = { ...toDocument(site), nameKey: foldText(site.name), version: 1 };
    await this.collection.insert(document, options);
    return toEntity(document);
  }

  /** @throws DomainError CONFLICT if `version` is not the stored one or the name is taken; NOT_FOUND */
  async update(
    id: string,
    change: Partial<Pick<Site, 'name' | 'timeZone'>>,
    at: { version: number; now: Date },
    options: WithSession = {},
  ): Promise<Site> {
    const nameKey = change.name === undefined ? {} : { nameKey: foldText(change.name) };
    const update = { $set: { ...change, ...nameKey, updatedAt: at.now }, $inc: { version: 1 } };
    const changed = await this.collection.findOneAndUpdate({ _id: id, version: at.version }, update, options);
    if (changed !== null) return toEntity(changed);
    await this.getById(id, options);
    throw new DomainError('CONFLICT', { internal: 'site changed in the meantime' });
  }
}
