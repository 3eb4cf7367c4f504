import type { Role } from '@rollcall/contracts';

/** The sites somebody may see: a manager those that were given, everybody else with a role that reads all of them (null). */
export function siteIdsOfUser(roles: readonly Role[], siteIds: readonly string[]): readonly string[] | null {
  const seesAllSites = roles.some((role) => role !== 'MANAGER' && role !== 'EMPLOYEE');
  return seesAllSites ? null : siteIds;
}
