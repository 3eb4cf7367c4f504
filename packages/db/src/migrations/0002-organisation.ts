import { OPEN_SITE } from '../entities/site.js';
import { Collection } from '../repositories/collection.js';
import type { Migration } from './migration.js';

/** The policy of shifts for which nobody chose another one. */
export const STANDARD_POLICY_ID = 'standard';

/**
 * Sites and employees of before get what is required now: no rules about the place, and a history that says they always
 * were at the one site that is known. A first policy, all levers at their defaults, lets a shift be added without thinking
 * about policies.
 */
export const organisation: Migration = {
  version: 2,
  name: 'organisation',
  async run({ models, now }) {
    const { name: sites } = models.sites.model.collection;
    const { name: employees } = models.employees.model.collection;
    const { db } = models.sites.model;
    await db.collection(sites).updateMany({ geofenceMode: { $exists: false } }, { $set: { ...OPEN_SITE } });
    await db.collection(employees).updateMany({ siteHistory: { $exists: false } }, [
      {
        $set: {
          siteHistory: { $cond: [{ $eq: [{ $type: '$siteId' }, 'string'] }, [{ siteId: '$siteId', from: null }], []] },
          customFields: { $literal: {} },
        },
      },
    ]);
    const policies = new Collection(models.attendancePolicies);
    const _id = `${STANDARD_POLICY_ID}:1`;
    if ((await policies.findOne({ _id })) !== null) return;
    await policies.insert({
      _id,
      policyId: STANDARD_POLICY_ID,
      name: 'Standard',
      number: 1,
      effectiveFrom: null,
      levers: {},
      createdBy: { kind: 'SYSTEM', id: 'system' },
      createdAt: now(),
    });
  },
};
