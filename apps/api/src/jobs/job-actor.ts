import type { Job, JobGrant } from '@rollcall/db';
import type { Actor } from '../access/actor.js';

export const grantOf = ({ scopes, siteIds, departmentIds, padPolicy }: Actor): JobGrant => ({
  scopes: [...scopes],
  ...{ siteIds, departmentIds, padPolicy },
});

/** In whose name a job acts: whoever asked for it, with what they were allowed then. */
export function jobActor({ createdBy, grant }: Job): Actor {
  return {
    kind: createdBy.kind,
    id: createdBy.id,
    name: createdBy.id,
    email: null,
    roles: [],
    scopes: new Set(grant.scopes),
    padPolicy: grant.padPolicy,
    siteIds: grant.siteIds,
    departmentIds: grant.departmentIds ?? [],
    employeeId: null,
    requestId: null,
  };
}
