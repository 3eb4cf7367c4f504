import type { mongoose } from '@typegoose/typegoose';
import type { DayRecordDocument } from '../models/day-record.model.js';
import type { Among } from './among.js';
import type { Collection } from './collection.js';
import { plainText } from './plain-value.js';

type Stage = mongoose.PipelineStage;

/** The days that are counted. */
export interface DayFiguresScope {
  /** Local dates YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Only among these; left out: everybody's. */
  readonly among?: Among | undefined;
}

/** So many people were this on a date. */
export interface PeopleCount {
  readonly date: string;
  /** A status of days, or `NOT_YET`: under way, and without a mark so far. */
  readonly state: string;
  /** Late in one of the shifts of the date. */
  readonly isLate: boolean;
  readonly count: number;
}

/** So many people came in an hour of a weekday. */
export interface ArrivalCount {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23, by the clocks of the site. */
  readonly hour: number;
  readonly count: number;
}

/** Which sites have a zone; a site that none of them names has the zone `other`. */
export interface ZonesOfSites {
  readonly zones: ReadonlyMap<string, readonly string[]>;
  readonly other: string;
}

const texts = (values: readonly string[], field: string): string[] => values.map((value) => plainText(value, field));

function matchOf({ from, to, among }: DayFiguresScope, more: object = {}): Stage {
  const workDate = { $gte: plainText(from, 'from'), $lte: plainText(to, 'to') };
  if (among === undefined) return { $match: { workDate, ...more } };
  const bySite = { siteId: { $in: texts(among.siteIds, 'siteIds') } };
  const byPerson = { employeeId: { $in: texts(among.employeeIds, 'employeeIds') } };
  return { $match: { workDate, ...more, $or: [bySite, byPerson] } };
}

/** Figures over the verdicts of days, read from `day_for_figures` alone. */
export class AttendanceFiguresRepository {
  constructor(private readonly days: Collection<DayRecordDocument>) {}

  /**
   * Everybody once a date, by date; dates without a day are not there.
   *
   * @param strongestFirst of two shifts on a date the state that comes first here counts; states that are not here are left out
   */
  async countPeople(scope: DayFiguresScope, strongestFirst: readonly string[]): Promise<readonly PeopleCount[]> {
    const isWaiting = { $and: [{ $eq: ['$status', 'IN_PROGRESS'] }, { $eq: ['$markCount', 0] }] };
    const state = { $cond: [isWaiting, 'NOT_YET', '$status'] };
    const states = texts(strongestFirst, 'strongestFirst');
    const whose = { date: '$workDate', employeeId: '$employeeId' };
    const best = { rank: { $min: { $indexOfArray: [states, '$state'] } }, isLate: { $max: '$isLate' } };
    const each = { date: '$_id.date', rank: '$rank', isLate: '$isLate' };
    return this.days.aggregate([
      matchOf(scope),
      { $project: { _id: 0, workDate: 1, employeeId: 1, state, isLate: { $gt: ['$lateMinutes', 0] } } },
      { $match: { state: { $in: states } } },
      { $group: { _id: whose, ...best } },
      { $group: { _id: each, count: { $sum: 1 } } },
      { $sort: { '_id.date': 1, '_id.rank': 1, '_id.isLate': 1 } },
      {
        $project: {
          ...{ _id: 0, date: '$_id.date', isLate: '$_id.isLate', count: 1 },
          state: { $arrayElemAt: [states, '$_id.rank'] },
        },
      },
    ]);
  }

  /** The first marks of all days with one, by the weekday and hour they fell into. */
  async countArrivals(scope: DayFiguresScope, { zones, other }: ZonesOfSites): Promise<readonly ArrivalCount[]> {
    const branches = [...zones].map(([zone, siteIds]) => ({
      case: { $in: ['$siteId', texts(siteIds, 'siteIds')] },
      // biome-ignore lint/suspicious/noThenProperty: it is the name of the database for what a case gives.
      then: plainText(zone, 'zone'),
    }));
    const otherwise = plainText(other, 'other');
    const timezone = branches.length === 0 ? otherwise : { $switch: { branches, default: otherwise } };
    const at = { date: '$firstInAt', timezone };
    return this.days.aggregate([
      matchOf(scope, { firstInAt: { $type: 'date' } }),
      { $group: { _id: { weekday: { $isoDayOfWeek: at }, hour: { $hour: at } }, count: { $sum: 1 } } },
      { $sort: { '_id.weekday': 1, '_id.hour': 1 } },
      { $project: { _id: 0, weekday: '$_id.weekday', hour: '$_id.hour', count: 1 } },
    ]);
  }
}
