import { type Employee, siteOn } from '@rollcall/db';
import { checkRange, type DateRange } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';

const MAX_PERIOD_DAYS = 366;

/** Which days something about a period is about. Null: every site, every department. */
export interface PeriodScope extends DateRange {
  readonly siteId: string | null;
  readonly departmentId: string | null;
}

interface ScopeInput extends DateRange {
  readonly siteId?: string | null;
  readonly departmentId?: string | null;
}

/** @throws DomainError BAD_USER_INPUT naming the field: no range, not over yet, unknown site or department */
export async function readScope({ db, now }: ServiceContext, input: ScopeInput): Promise<PeriodScope> {
  const { from, to } = input;
  checkRange({ from, to }, MAX_PERIOD_DAYS);
  // The earliest date anywhere on earth: a period is over when it is over everywhere.
  if (to >= localDateOf(now(), 'Etc/GMT+12')) throw badInput('to', 'The period is not over yet.');
  const [siteId, departmentId] = [input.siteId ?? null, input.departmentId ?? null];
  if (siteId !== null && (await db.sites.findById(siteId)) === null) throw badInput('siteId', 'There is no such site.');
  if (departmentId !== null && (await db.departments.findById(departmentId)) === null)
    throw badInput('departmentId', 'There is no such department.');
  return { from, to, siteId, departmentId };
}

/** Whether two of them share days that somebody could have. */
export function scopesTouch(a: PeriodScope, b: PeriodScope): boolean {
  const meet = (one: string | null, other: string | null) => one === null || other === null || one === other;
  return a.from <= b.to && b.from <= a.to && meet(a.siteId, b.siteId) && meet(a.departmentId, b.departmentId);
}

/** Whether a work date of somebody is one of its days. */
export function isInScope(
  { from, to, siteId, departmentId }: PeriodScope,
  employee: Employee,
  workDate: string,
): boolean {
  if (workDate < from || workDate > to) return false;
  if (departmentId !== null && employee.departmentId !== departmentId) return false;
  return siteId === null || siteOn(employee, workDate) === siteId;
}
