import type { AttendanceSource } from '@rollcall/contracts';
import type { mongoose } from '@typegoose/typegoose';
import type { CaptureAttemptKind } from '../entities/capture-attempt.js';
import type { CaptureAttemptDocument } from '../models/capture-attempt.model.js';
import type { Collection } from './collection.js';
import { plainText } from './plain-value.js';

type Stage = mongoose.PipelineStage;

/** The attempts that are counted. */
export interface FiguresScope {
  /** Half-open: from ≤ at < to. */
  readonly from: Date;
  readonly to: Date;
  /** Only of people of these sites; left out: all, also attempts of nobody. */
  readonly siteIds?: readonly string[] | undefined;
}

interface Counted {
  readonly outcome: string;
  readonly count: number;
}
export type DayCount = Counted & { readonly date: string };
export type DeviceCount = Counted & { readonly deviceId: string | null; readonly source: AttendanceSource };
export type PersonCount = Counted & { readonly employeeId: string };

/** How many comparisons of one person at one operating point had a similarity in one bin. */
export interface SimilarityCount extends Counted {
  readonly employeeId: string | null;
  readonly pointId: string;
  readonly threshold: number;
  /** Bin 0 begins at the threshold, bin -1 ends there. */
  readonly bin: number;
}

export interface Bins {
  /** So many equal ones between the threshold and 1; those below are as wide. */
  readonly binsAbove: number;
  /** The first bin, below 0: it holds everything below it as well. */
  readonly lowest: number;
}

/** Somebody was to be recognised. Registering is another thing, and has other refusals. */
const KINDS: readonly CaptureAttemptKind[] = ['VERIFY', 'IDENTIFY', 'ATTENDANCE'];
/** Proofs without a face; those of before proofs were told apart were faces. */
const WITHOUT_FACE = ['PIN', 'SUPERVISOR'];

function matchOf({ from, to, siteIds }: FiguresScope, more: object = {}): Stage {
  const site = siteIds === undefined ? {} : { siteId: { $in: siteIds.map((id) => plainText(id, 'siteIds')) } };
  const face = { kind: { $in: [...KINDS] }, proof: { $nin: WITHOUT_FACE } };
  return { $match: { at: { $gte: from, $lt: to }, ...face, ...site, ...more } };
}

/** Counts the documents of each combination of these; each becomes a field beside `count`. */
function countBy(fields: Readonly<Record<string, unknown>>): Stage[] {
  const names = Object.keys(fields).map((name) => [name, `$_id.${name}`] as const);
  return [
    { $group: { _id: fields, count: { $sum: 1 } } },
    { $project: { _id: 0, count: 1, ...Object.fromEntries(names) } },
    { $sort: Object.fromEntries(Object.keys(fields).map((name) => [name, 1 as const])) },
  ];
}

/** Figures over the attempts to recognise a face. The counts are read from `attempt_for_figures` alone. */
export class RecognitionFiguresRepository {
  constructor(private readonly attempts: Collection<CaptureAttemptDocument>) {}

  /** By outcome and local date of the zone, by date; days without attempts are not there. */
  async countByDay(scope: FiguresScope, timeZone: string): Promise<readonly DayCount[]> {
    const date = { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: plainText(timeZone, 'timeZone') } };
    return this.attempts.aggregate([matchOf(scope), ...countBy({ date, outcome: '$outcome' })]);
  }

  /** By outcome and device; without a device by where the attempt came from. */
  async countByDevice(scope: FiguresScope): Promise<readonly DeviceCount[]> {
    const fields = { deviceId: '$deviceId', source: '$source', outcome: '$outcome' };
    return this.attempts.aggregate([matchOf(scope), ...countBy(fields)]);
  }

  /** By outcome and person; attempts of nobody are left out. */
  async countByPerson(scope: FiguresScope): Promise<readonly PersonCount[]> {
    const fields = { employeeId: '$employeeId', outcome: '$outcome' };
    return this.attempts.aggregate([matchOf(scope, { employeeId: { $gt: '' } }), ...countBy(fields)]);
  }

  /** What was wrong with the photos that were refused for their quality; a photo may have several reasons. */
  async countQualityReasons(
    scope: FiguresScope,
  ): Promise<readonly { readonly reason: string; readonly count: number }[]> {
    return this.attempts.aggregate([
      matchOf(scope, { outcome: 'LOW_QUALITY' }),
      { $unwind: '$quality.reasons' },
      ...countBy({ reason: '$quality.reasons' }),
    ]);
  }

  /**
   * The similarities of comparisons in bins, counted from the threshold that was in force: no bin lies on both of its sides. What
   * a rule about the device refused is left out, because it does not tell how the comparison ended.
   */
  async countSimilarities(scope: FiguresScope, { binsAbove, lowest }: Bins): Promise<readonly SimilarityCount[]> {
    const threshold = '$operatingPoint.threshold';
    const above = { $multiply: [{ $subtract: ['$similarity', threshold] }, binsAbove] };
    const bin = { $floor: { $divide: [above, { $subtract: [1, threshold] }] } };
    const fields = {
      ...{ employeeId: '$employeeId', pointId: '$operatingPoint.id', threshold },
      bin: { $max: [lowest, { $min: [binsAbove - 1, bin] }] },
      outcome: '$outcome',
    };
    const compared = { similarity: { $type: 'number' }, 'operatingPoint.threshold': { $type: 'number', $lt: 1 } };
    const outcome = { $ne: 'DEVICE_REFUSED' };
    return this.attempts.aggregate([matchOf(scope, { outcome, ...compared }), ...countBy(fields)]);
  }
}
