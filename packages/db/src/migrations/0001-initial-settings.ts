import { DEFAULT_SETTINGS } from '../entities/settings.js';
import { Collection } from '../repositories/collection.js';
import type { Migration } from './migration.js';

/** The one settings document, so that reading settings never has to make them. */
export const initialSettings: Migration = {
  version: 1,
  name: 'initial settings',
  async run({ models, now }) {
    const settings = { ...DEFAULT_SETTINGS, version: 1, updatedAt: now() };
    await new Collection(models.settings).insertUnlessThere({ _id: 'organisation', ...settings });
  },
};
