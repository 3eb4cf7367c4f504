import type { Presence as EnginePresence } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { EvacuationSite as ListedSite } from './evacuation.service.js';
import type { ReportGroup } from './report.service.js';
import type { AttendanceReport, EvacuationList, Presence, PresenceRow } from './report.types.js';
import type { BuiltReport } from './report-kinds.js';

/** One page of the table. The cursor is the place of the last row in it. */
export function toReport(
  { columns, rows, totals }: BuiltReport,
  groups: readonly ReportGroup[],
  { first, after }: { readonly first: number; readonly after?: string | null },
): AttendanceReport {
  const start = after == null ? 0 : placeOf(after) + 1;
  const page = rows.slice(start, start + first);
  return {
    columns: columns.map(({ key, type }) => ({ key, type })),
    rows: page,
    totals,
    groups: groups.map((group) => ({ ...group, totals: { ...group.totals } })),
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: start + first < rows.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : cursorOf(start),
      endCursor: page.length === 0 ? null : cursorOf(start + page.length - 1),
    },
  };
}

export function toPresence({ rows, totals, asOf }: EnginePresence & { readonly asOf: Date }): Presence {
  const { inCount, onBreakCount, unsureCount } = totals;
  const toRow = (row: EnginePresence['rows'][number]) =>
    ({
      employeeId: row.person.employeeId,
      state: row.state,
      siteId: row.siteId,
      sinceAt: new Date(row.sinceAt),
    }) as PresenceRow;
  return { asOf, inCount, onBreakCount, unsureCount, rows: rows.map(toRow) };
}

export function toEvacuationList(sites: readonly ListedSite[], asOf: Date): EvacuationList {
  return {
    asOf,
    count: sites.reduce((sum, { people }) => sum + people.length, 0),
    sites: sites.map((site) => ({ ...site, people: site.people.map((person) => ({ ...person })) })),
  };
}

const cursorOf = (place: number): string => Buffer.from(`row:${place}`).toString('base64url');

function placeOf(cursor: string): number {
  const place = /^row:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (place === undefined) throw new DomainError('BAD_USER_INPUT', { details: { fields: ['after'] } });
  return Number(place);
}
