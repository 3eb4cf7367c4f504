import { DomainError } from '@rollcall/contracts';
import { DEFAULT_SETTINGS, type OrganisationSettings } from '../entities/settings.js';
import type { SettingsDocument } from '../models/settings.model.js';
import type { Collection, WithSession } from './collection.js';
import { JoinedRead } from './joined-read.js';

const ID = 'organisation';

export type SettingsChange = Partial<Omit<OrganisationSettings, 'version' | 'updatedAt'>>;

/** A setting that is newer than the document has its default. */
function toSettings(document: SettingsDocument): OrganisationSettings {
  const { _id, ...settings } = document;
  return { ...DEFAULT_SETTINGS, ...settings };
}

export class SettingsRepository {
  /** Asked with each request in a session. */
  private readonly stored = new JoinedRead(() => this.collection.getOne({ _id: ID }));

  constructor(private readonly collection: Collection<SettingsDocument>) {}

  /** The settings; the first migration made them. */
  async get(options: WithSession = {}): Promise<OrganisationSettings> {
    const isAlone = options.session !== undefined;
    return toSettings(isAlone ? await this.collection.getOne({ _id: ID }, options) : await this.stored.read());
  }

  /** @throws DomainError CONFLICT if `version` is not the stored one */
  async update(
    change: SettingsChange,
    at: { version: number; now: Date },
    options: WithSession = {},
  ): Promise<OrganisationSettings> {
    const update = { $set: { ...change, updatedAt: at.now }, $inc: { version: 1 } };
    const changed = await this.collection.findOneAndUpdate({ _id: ID, version: at.version }, update, options);
    if (changed === null) throw new DomainError('CONFLICT', { internal: 'settings changed in the meantime' });
    return toSettings(changed);
  }
}
