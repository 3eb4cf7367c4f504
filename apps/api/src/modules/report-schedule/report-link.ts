import type { ReportSchedule } from '@rollcall/db';
import type { DateRange } from '../../local-dates/date-range.js';

/** The page of the report; what is on it goes by who opens it. */
export function reportLink(
  { kind, siteId, departmentId }: ReportSchedule,
  { from, to }: DateRange,
  publicUrl: string,
): string {
  const url = new URL('/reports', publicUrl);
  const wanted = { kind, from, to, site: siteId, department: departmentId };
  for (const [name, value] of Object.entries(wanted)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}
