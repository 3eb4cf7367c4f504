import { ReportDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readText, type SearchParams } from '../../lib/navigation/page-params';
import { isCalendarDate } from '../../lib/time/zoned-day';
import { REPORT_KINDS, type ReportView } from './report-view';

/** Rows on the page; a file holds all. */
export const SHOWN_ROWS = 200;

/** What the address asks for; without dates, the month of today. */
export function readReport(params: SearchParams, today: string): ReportView {
  const [from, to] = [readText(params.from), readText(params.to)];
  return {
    kind: readOneOf(params.kind, REPORT_KINDS) ?? 'MUSTER',
    from: from !== null && isCalendarDate(from) ? from : `${today.slice(0, 7)}-01`,
    to: to !== null && isCalendarDate(to) ? to : today,
    siteId: readText(params.site),
    departmentId: readText(params.department),
  };
}

export function loadReport({ kind, from, to, siteId, departmentId }: ReportView) {
  return serverQuery(ReportDocument, { input: { kind, from, to, siteId, departmentId, first: SHOWN_ROWS } });
}
