import type { Migration } from './migration.js';

/** Former indexes by the model they were of: no query used them, or another one of a new name does their work. */
const FORMER = {
  devices: ['device_of_site'],
  shiftAssignments: ['assignment_of_shift'],
  auditEntries: ['audit_of_target', 'audit_of_actor'],
} as const;

/** Those that stay are made before migrations run; what each is for is shown by `test/indexes.medium.test.ts`. */
export const indexesThatAreUsed: Migration = {
  version: 4,
  name: 'indexes that are used',
  async run({ models }) {
    for (const [model, former] of Object.entries(FORMER)) {
      const { collection } = models[model as keyof typeof FORMER].model;
      const there = new Set((await collection.indexes()).map(({ name }) => name));
      for (const name of former) if (there.has(name)) await collection.dropIndex(name);
    }
  },
};
