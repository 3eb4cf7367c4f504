import { DomainError, type Scope } from '@rollcall/contracts';
import { hasScope } from './access-rule.js';
import type { Actor } from './actor.js';

/** Which people an actor may see. It goes into the query, so that what is hidden is never loaded. */
export interface ReadLimit {
  /** Only employees of these sites; null: of all. */
  readonly siteIds: readonly string[] | null;
  /** Only these employees; null: all. */
  readonly employeeIds: readonly string[] | null;
}

/**
 * With the scope: everybody, or the people of the own sites. Without it: only the own record.
 *
 * @throws DomainError FORBIDDEN if nothing at all may be seen
 */
export function readLimit(actor: Actor, scope: Scope): ReadLimit {
  if (hasScope(actor, scope)) return { siteIds: actor.siteIds, employeeIds: null };
  if (actor.employeeId !== null) return { siteIds: null, employeeIds: [actor.employeeId] };
  throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} lacks ${scope}` });
}

export function isVisible(
  limit: ReadLimit,
  employee: { readonly id: string; readonly siteId: string | null },
): boolean {
  if (limit.employeeIds !== null && !limit.employeeIds.includes(employee.id)) return false;
  return limit.siteIds === null || (employee.siteId !== null && limit.siteIds.includes(employee.siteId));
}
