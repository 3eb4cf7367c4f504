import type { ArrivalCount, DayFiguresScope, PeopleCount, Site } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import { addDays, datesOf } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { STRONGEST_FIRST } from './count-heads.js';

const DEFAULT_DAYS = 28;

/** How many people were what on one date; who was off, or has no mark yet today, is in none of the figures. */
export interface TrendDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Those who were late are among them. */
  readonly presentCount: number;
  readonly lateCount: number;
  readonly absentCount: number;
  readonly onLeaveCount: number;
}

export interface AttendanceTrend {
  readonly from: string;
  readonly to: string;
  /** One for each date, oldest first. */
  readonly days: readonly TrendDay[];
  readonly arrivals: readonly ArrivalCount[];
}

/** How the last days went, and when people come. */
export class AttendanceTrendService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Of the people this actor may see, up to today where the organisation is.
   *
   * @param days how many, today included; default 28
   * @throws DomainError FORBIDDEN
   */
  async trend(actor: Actor, days: number | null): Promise<AttendanceTrend> {
    authorise(actor, 'attendance:read');
    const { db, now } = this.context;
    const { timeZone } = await db.settings.get();
    const to = localDateOf(now(), timeZone);
    const from = addDays(to, 1 - (days ?? DEFAULT_DAYS));
    const { among } = await visibleRecords(db, limitOf(actor));
    const scope: DayFiguresScope = { from, to, among };
    const zones = zonesOf(await db.sites.listAll());
    const [people, arrivals] = await Promise.all([
      db.attendanceFigures.countPeople(scope, STRONGEST_FIRST),
      db.attendanceFigures.countArrivals(scope, { zones, other: timeZone }),
    ]);
    return { from, to, days: trendDays(datesOf({ from, to }), people), arrivals };
  }
}

const THERE: ReadonlySet<string> = new Set(['PRESENT', 'HALF_DAY', 'IN_PROGRESS', 'MISSING_MARK']);

/** Dates without anybody have zeros. */
export function trendDays(dates: readonly string[], people: readonly PeopleCount[]): readonly TrendDay[] {
  return dates.map((date) => {
    const own = people.filter((one) => one.date === date);
    const sum = (isMeant: (one: PeopleCount) => boolean) =>
      own.filter(isMeant).reduce((total, { count }) => total + count, 0);
    return {
      date,
      presentCount: sum(({ state }) => THERE.has(state)),
      lateCount: sum(({ state, isLate }) => THERE.has(state) && isLate),
      absentCount: sum(({ state }) => state === 'ABSENT'),
      onLeaveCount: sum(({ state }) => state === 'ON_LEAVE'),
    };
  });
}

function zonesOf(sites: readonly Site[]): ReadonlyMap<string, readonly string[]> {
  const zones = new Map<string, string[]>();
  for (const { id, timeZone } of sites) zones.set(timeZone, [...(zones.get(timeZone) ?? []), id]);
  return zones;
}
