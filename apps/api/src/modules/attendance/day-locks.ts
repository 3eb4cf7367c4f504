import type { FinalisedPeriod } from '@rollcall/db';

/**
 * Tells whether a work date of somebody lies in a finalised period of their site and department. Without a department only
 * periods of all departments count.
 */
export type DayLocks = (workDate: string, siteId: string | null, departmentId?: string | null) => boolean;

export function dayLocks(periods: readonly FinalisedPeriod[]): DayLocks {
  return (workDate, siteId, departmentId = null) =>
    periods.some(
      (period) =>
        period.from <= workDate &&
        workDate <= period.to &&
        (period.siteId ?? siteId) === siteId &&
        (period.departmentId ?? departmentId) === departmentId,
    );
}
