import { DAY_STATUSES, type DayStatus } from '@rollcall/contracts';
import { type AttendanceDaySort, AttendanceDaysDocument, AttendanceMarksDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { type PageParams, readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, isCalendarDate, startOfDay } from '../../lib/time/zoned-day';
import type { SiteSummary } from '../auth/require-viewer';
import { DAY_SORTS } from './day-sorts';

export interface AttendanceView {
  readonly name: 'days' | 'marks';
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly status: DayStatus | null;
  readonly siteId: string | null;
  /** Words of the name, number or e-mail address. */
  readonly search: string | null;
  readonly sort: AttendanceDaySort;
  /** Where the date begins and ends: the zone of the chosen site, else the organisation's. */
  readonly timeZone: string;
  readonly page: PageParams;
}

/** What the address asks for; a date that is none means today. */
export function readView(
  params: SearchParams,
  today: string,
  sites: readonly SiteSummary[],
  timeZone: string,
): AttendanceView {
  const date = readText(params.date);
  const siteId = readText(params.site);
  return {
    name: readOneOf(params.view, ['days', 'marks']) ?? 'days',
    date: date !== null && isCalendarDate(date) ? date : today,
    status: readOneOf(params.status, DAY_STATUSES),
    siteId,
    search: readText(params.q),
    sort: readOneOf(params.sort, DAY_SORTS) ?? 'EMPLOYEE_NAME_ASC',
    timeZone: sites.find(({ id }) => id === siteId)?.timeZone ?? timeZone,
    page: readPage(params),
  };
}

export function loadDays({ date, status, siteId, search, sort, page }: AttendanceView) {
  const filter = { from: date, to: date, status, siteId, search };
  return serverQuery(AttendanceDaysDocument, { ...page, filter, sort });
}

export function loadMarks({ date, siteId, search, timeZone, page }: AttendanceView) {
  const from = startOfDay(date, timeZone).toISOString();
  const to = startOfDay(addDays(date, 1), timeZone).toISOString();
  return serverQuery(AttendanceMarksDocument, { ...page, filter: { from, to, siteId, search } });
}
