import type { Role } from '@rollcall/contracts';
import type { UserAccess } from '@rollcall/db';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';

interface WantedAccess {
  readonly roles: readonly Role[];
  readonly siteIds?: readonly string[] | null | undefined;
  readonly employeeId?: string | null | undefined;
}

/**
 * Sites belong to managers, and to nobody else; an employee is one.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export async function checkedAccess({ db }: ServiceContext, wanted: WantedAccess): Promise<UserAccess> {
  const siteIds = wanted.siteIds ?? [];
  const employeeId = wanted.employeeId ?? null;
  const isManager = wanted.roles.includes('MANAGER');
  if (isManager && siteIds.length === 0) throw badInput('siteIds', 'Choose the sites this manager sees.');
  if (!isManager && siteIds.length > 0) throw badInput('siteIds', 'Only managers are limited to sites.');
  const known = new Set((await db.sites.listAll()).map(({ id }) => id));
  if (siteIds.some((id) => !known.has(id))) throw badInput('siteIds', 'There is no such site.');
  if (wanted.roles.includes('EMPLOYEE') && employeeId === null)
    throw badInput('employeeId', 'Choose the employee this person is.');
  const [employee] = employeeId === null ? [] : await db.employees.listByIds([employeeId]);
  if (employeeId !== null && employee === undefined) throw badInput('employeeId', 'There is no such employee.');
  return { roles: wanted.roles, siteIds, employeeId };
}
