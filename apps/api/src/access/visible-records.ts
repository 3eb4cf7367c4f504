import type { Among, Repositories } from '@rollcall/db';
import { isVisible, type ReadLimit, visiblePeople } from './read-limit.js';

type People = Pick<Repositories, 'employees'>;

/**
 * The limit as a filter of what carries a site and a person, but no department: marks, days, corrections. Who belongs to the
 * departments is looked up now, so that whoever moves away is not seen any more, with nothing of before either.
 */
export async function visibleRecords({ employees }: People, limit: ReadLimit): Promise<VisibleRecords> {
  const { siteIds, departmentIds, employeeIds } = limit;
  const among = async (): Promise<Among | undefined> => {
    if (siteIds === null) return undefined;
    if (departmentIds.length === 0) return { siteIds, employeeIds: [] };
    return { siteIds, employeeIds: await employees.listIds({ among: { siteIds: [], departmentIds } }) };
  };
  return { among: await among(), employeeIds: employeeIds ?? undefined };
}

export interface VisibleRecords {
  readonly among: Among | undefined;
  readonly employeeIds: readonly string[] | undefined;
}

/** The same for one record: by its own site, or by the department of its person now. */
export async function isRecordVisible(
  { employees }: People,
  limit: ReadLimit,
  record: { readonly employeeId: string | null; readonly siteId: string | null },
): Promise<boolean> {
  const { employeeId, siteId } = record;
  if (isVisible(limit, { id: employeeId ?? '', siteId, departmentId: null })) return true;
  const isOneOfThem = limit.employeeIds === null || (employeeId !== null && limit.employeeIds.includes(employeeId));
  if (employeeId === null || !isOneOfThem || limit.departmentIds.length === 0) return false;
  const employee = await employees.findById(employeeId);
  return employee !== null && isVisible(limit, { id: employee.id, siteId: null, departmentId: employee.departmentId });
}

/** Whether a place is one of the actor's own: a department stands at none. */
export const isOwnSite = ({ siteIds }: Pick<ReadLimit, 'siteIds'>, siteId: string | null): boolean =>
  siteIds === null || (siteId !== null && siteIds.includes(siteId));

/** The sites an actor works with: the own, and those where people of the own departments belong. Null: all. */
export async function workedSiteIds({ employees }: People, limit: ReadLimit): Promise<ReadonlySet<string> | null> {
  if (limit.siteIds === null) return null;
  const found = new Set(limit.siteIds);
  if (limit.departmentIds.length === 0) return found;
  for await (const { siteId } of employees.each(visiblePeople({ ...limit, siteIds: [] })))
    if (siteId !== null) found.add(siteId);
  return found;
}
