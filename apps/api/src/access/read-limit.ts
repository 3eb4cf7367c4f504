import { DomainError, type Scope } from '@rollcall/contracts';
import type { EmployeeFilter } from '@rollcall/db';
import { hasScope } from './access-rule.js';
import type { Actor } from './actor.js';

/** Which people an actor may see. It goes into the query, so that what is hidden is never loaded. */
export interface ReadLimit {
  /** Only employees of these sites, and those of `departmentIds`; null: of all. */
  readonly siteIds: readonly string[] | null;
  /** Also employees of these departments, wherever they work. Says nothing where `siteIds` is null. */
  readonly departmentIds: readonly string[];
  /** Only these employees; null: all. */
  readonly employeeIds: readonly string[] | null;
}

/**
 * With the scope: everybody, or the people of the own sites and departments. Without it: only the own record.
 *
 * @throws DomainError FORBIDDEN if nothing at all may be seen
 */
export function readLimit(actor: Actor, scope: Scope): ReadLimit {
  if (hasScope(actor, scope)) return limitOf(actor);
  if (actor.employeeId !== null) return { siteIds: null, departmentIds: [], employeeIds: [actor.employeeId] };
  throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} lacks ${scope}` });
}

/** As `readLimit`, for whoever was found to hold the scope. */
export const limitOf = ({ siteIds, departmentIds }: Pick<Actor, 'siteIds' | 'departmentIds'>): ReadLimit => ({
  siteIds,
  departmentIds,
  employeeIds: null,
});

export function isVisible(
  limit: ReadLimit,
  employee: { readonly id: string; readonly siteId: string | null; readonly departmentId: string | null },
): boolean {
  if (limit.employeeIds !== null && !limit.employeeIds.includes(employee.id)) return false;
  if (limit.siteIds === null) return true;
  const { siteId, departmentId } = employee;
  const isOfSite = siteId !== null && limit.siteIds.includes(siteId);
  return isOfSite || (departmentId !== null && limit.departmentIds.includes(departmentId));
}

/** The limit as a filter of employees. */
export function visiblePeople({ siteIds, departmentIds, employeeIds }: ReadLimit): VisiblePeople {
  return { among: siteIds === null ? undefined : { siteIds, departmentIds }, ids: employeeIds ?? undefined };
}

export type VisiblePeople = Pick<EmployeeFilter, 'among' | 'ids'>;
