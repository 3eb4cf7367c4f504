import type { FinalisedPeriod } from '@rollcall/db';

/** Tells whether a work date at a site lies in one of the finalised periods. */
export function dayLocks(periods: readonly FinalisedPeriod[]): (workDate: string, siteId: string | null) => boolean {
  return (workDate, siteId) =>
    periods.some((period) => period.from <= workDate && workDate <= period.to && (period.siteId ?? siteId) === siteId);
}
