import type { Migration } from './migration.js';

/**
 * Settings of before named seven days for photos of attempts while none was ever kept, and people agreed to a text that says so.
 * Now that they can be kept (ADR 0170), nobody begins to keep them by updating.
 */
export const noPhotosUnasked: Migration = {
  version: 6,
  name: 'no photos unasked',
  async run({ models }) {
    await models.settings.model.collection.updateMany({}, { $set: { attemptPhotoRetentionDays: 0 } });
  },
};
