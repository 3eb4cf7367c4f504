import type { Role } from '@rollcall/contracts';
import type { UserAccess } from '@rollcall/db';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';

interface WantedAccess {
  readonly roles: readonly Role[];
  readonly siteIds?: readonly string[] | null | undefined;
  readonly departmentIds?: readonly string[] | null | undefined;
  readonly employeeId?: string | null | undefined;
}

/**
 * Sites and departments belong to managers, and to nobody else; an employee is one.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export async function checkedAccess({ db }: ServiceContext, wanted: WantedAccess): Promise<UserAccess> {
  const [siteIds, departmentIds] = [wanted.siteIds ?? [], wanted.departmentIds ?? []];
  const employeeId = wanted.employeeId ?? null;
  const isManager = wanted.roles.includes('MANAGER');
  if (isManager && siteIds.length + departmentIds.length === 0)
    throw badInput('siteIds', 'Choose the sites or departments this manager sees.');
  if (!isManager && siteIds.length > 0) throw badInput('siteIds', 'Only managers are limited to sites.');
  if (!isManager && departmentIds.length > 0)
    throw badInput('departmentIds', 'Only managers are limited to departments.');
  const known = new Set((await db.sites.listAll()).map(({ id }) => id));
  if (siteIds.some((id) => !known.has(id))) throw badInput('siteIds', 'There is no such site.');
  const departments = new Set((await db.departments.listAll()).map(({ id }) => id));
  if (departmentIds.some((id) => !departments.has(id))) throw badInput('departmentIds', 'There is no such department.');
  if (wanted.roles.includes('EMPLOYEE') && employeeId === null)
    throw badInput('employeeId', 'Choose the employee this person is.');
  const [employee] = employeeId === null ? [] : await db.employees.listByIds([employeeId]);
  if (employeeId !== null && employee === undefined) throw badInput('employeeId', 'There is no such employee.');
  return { roles: wanted.roles, siteIds, departmentIds, employeeId };
}
