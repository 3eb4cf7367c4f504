import { PersonPlanDocument, RosterDocument, type RosterShiftFragment } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { weekOf } from '../../lib/time/week-days';
import { isCalendarDate } from '../../lib/time/zoned-day';
import { type PlanAssignment, type PlannedDay, plannedDay, type RosterPerson } from './planned-week';

export interface PersonWeek {
  readonly person: Pick<RosterPerson, 'id' | 'name' | 'number'>;
  readonly assignments: readonly PlanAssignment[];
  readonly days: readonly PlannedDay[];
}

export interface RosterView {
  /** The seven dates of a week. */
  readonly dates: readonly string[];
  readonly weeks: readonly PersonWeek[];
  readonly shifts: readonly RosterShiftFragment[];
  readonly totalCount: number;
  readonly pageSize: number;
  readonly nextCursor: string | null;
}

/**
 * The week that the address means; without one, that of today.
 *
 * @param first the weekday on which weeks begin
 */
export function readWeek(params: SearchParams, today: string, first: number): readonly string[] {
  const date = readText(params.week);
  return weekOf(date !== null && isCalendarDate(date) ? date : today, first);
}

/** Who works when in that week. The plans of the people on the page are asked for one by one: the API knows no other way. */
export async function loadRoster(params: SearchParams, dates: readonly string[]): Promise<ApiResult<RosterView>> {
  const { first, after } = readPage(params);
  const [from = '', to = ''] = [dates.at(0), dates.at(-1)];
  const filter = { search: readText(params.q), siteId: readText(params.site), status: 'ACTIVE' as const };
  const roster = await serverQuery(RosterDocument, { filter, first, after, from, to });
  if (!roster.ok) return roster;
  const { nodes, totalCount, pageInfo } = roster.data.employees;
  const plans = await Promise.all(nodes.map(({ id }) => serverQuery(PersonPlanDocument, { employeeId: id, from, to })));
  const weeks: PersonWeek[] = [];
  for (const [place, person] of nodes.entries()) {
    const plan = plans[place];
    if (!plan?.ok) return plan ?? { ok: false, problem: 'INTERNAL_SERVER_ERROR' };
    const days = dates.map((date) => plannedDay(date, person, plan.data, roster.data));
    weeks.push({ person, assignments: plan.data.shiftAssignments, days });
  }
  const nextCursor = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return { ok: true, data: { dates, weeks, shifts: roster.data.shifts, totalCount, pageSize: first, nextCursor } };
}
