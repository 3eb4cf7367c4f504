import type { Migration } from './migration.js';

const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Refused rows of imports and rows of invitations hold names and addresses, and nothing deleted them. What is there gets as long
 * from now on as what comes: 30 days.
 */
export const listsThatEnd: Migration = {
  version: 7,
  name: 'lists that end',
  async run({ models, now }) {
    const end = new Date(now().getTime() + KEPT_MS);
    const issues = models.jobIssues.model.collection;
    await issues.updateMany({ expiresAt: { $exists: false } }, { $set: { expiresAt: end } });
    const invitations = models.invitations.model.collection;
    await invitations.updateMany({ deleteAt: { $exists: false } }, { $set: { deleteAt: end } });
  },
};
