import { countAscendingBelow, type GenuineScores } from './genuine-scores.js';
import type { ImpostorDistribution } from './impostor-scores.js';
import { type Interval, percentileInterval } from './intervals.metric.js';
import { nextUp } from './score-tail.js';
import { seededRandom } from './seeded-random.js';

/**
 * Intervals by resampling subjects. The comparisons of one person are alike (one odd photo spoils all its pairs), so
 * pairs must not be drawn singly: each replicate draws as many subjects as there are, with replacement. A genuine pair
 * then weighs as often as its subject was drawn, an impostor pair the product of both (Bolle, Ratha and Pankanti 2004,
 * the subsets bootstrap; Poh, Martin and Bengio 2007 for the two-subject weights). Two copies of one subject are not an
 * impostor pair. Intervals are percentiles of the replicates.
 */
export interface BootstrapOptions {
  /** Subject of each photo. */
  readonly subjects: Uint32Array;
  readonly subjectCount: number;
  /** Weight of all impostor comparisons when subject s is drawn `weights[s]` times. */
  readonly impostorWeight: (weights: Uint32Array) => number;
  readonly replicates?: number;
  readonly seed?: number;
  readonly level?: number;
}

export interface RateTarget {
  readonly targetFmr: number;
  /** The threshold found on the whole sample. */
  readonly threshold: number;
}

export interface BootstrapIntervals {
  /** Of the FMR at the fixed threshold. */
  readonly fmr: Interval | null;
  /** Of the FNMR at the fixed threshold. */
  readonly fnmr: Interval | null;
  /** Of the FNMR at the target FMR: each replicate finds its own threshold, so both uncertainties are in it. */
  readonly fnmrAtTarget: Interval | null;
  readonly threshold: Interval | null;
}

const DEFAULT_REPLICATES = 1_000;
const DEFAULT_SEED = 20_261_124;

/** One set of intervals a target, in the same order. */
export function subjectBootstrap(
  genuine: GenuineScores,
  impostor: ImpostorDistribution,
  targets: readonly RateTarget[],
  options: BootstrapOptions,
): BootstrapIntervals[] {
  const replicates = options.replicates ?? DEFAULT_REPLICATES;
  const random = seededRandom(options.seed ?? DEFAULT_SEED);
  const order = ascendingOrder(genuine.scores);
  const drawn = targets.map(() => ({
    fmr: [] as number[],
    fnmr: [] as number[],
    atTarget: [] as number[],
    threshold: [] as number[],
  }));
  const weights = new Uint32Array(options.subjectCount);
  const tail = new WeightedTail(impostor, targets, options);
  for (let replicate = 0; replicate < replicates; replicate++) {
    weights.fill(0);
    for (let i = 0; i < options.subjectCount; i++) bump(weights, random.nextBelow(options.subjectCount));
    const rejected = cumulativeGenuine(genuine, order, options.subjects, weights);
    tail.weigh(weights);
    targets.forEach((target, i) => {
      const threshold = tail.thresholdAt(target.targetFmr);
      drawn[i]?.fmr.push(tail.fmr(target.threshold));
      drawn[i]?.threshold.push(threshold);
      drawn[i]?.fnmr.push(rejected(target.threshold));
      drawn[i]?.atTarget.push(rejected(threshold));
    });
  }
  return drawn.map((values) => ({
    fmr: percentileInterval(values.fmr, options.level),
    fnmr: percentileInterval(values.fnmr, options.level),
    fnmrAtTarget: percentileInterval(values.atTarget, options.level),
    threshold: percentileInterval(values.threshold, options.level),
  }));
}

function bump(weights: Uint32Array, subject: number): void {
  weights[subject] += 1;
}

function ascendingOrder(scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores, (_, index) => index).sort((x, y) => scores[x] - scores[y]);
}

/** A function from threshold to weighted FNMR; NaN if no genuine pair was drawn or the threshold is none. */
function cumulativeGenuine(
  genuine: GenuineScores,
  order: Uint32Array,
  subjects: Uint32Array,
  weights: Uint32Array,
): (threshold: number) => number {
  const below = new Float64Array(order.length + 1);
  for (let i = 0; i < order.length; i++) {
    const subject = subjects[genuine.a[order[i]]];
    below[i + 1] = below[i] + weights[subject];
  }
  const total = below.at(-1) ?? 0;
  return (threshold) => {
    if (Number.isNaN(threshold) || total === 0) return Number.NaN;
    return below[countAscendingBelow(genuine.ascending, threshold)] / total;
  };
}

/** How much further than its target FMR the walk down the impostor scores may have to go in an unlucky replicate. */
const DEPTH_FACTOR = 5;
const MIN_DEPTH = 4_096;

/** Weights of the impostor scores summed from the highest downward, as deep as the targets need. */
class WeightedTail {
  readonly #impostor: ImpostorDistribution;
  readonly #options: BootstrapOptions;
  readonly #cumulative: Float64Array;
  #total = 0;

  constructor(impostor: ImpostorDistribution, targets: readonly RateTarget[], options: BootstrapOptions) {
    const widest = Math.max(0, ...targets.map((target) => Math.max(target.targetFmr, impostor.fmr(target.threshold))));
    const depth = Math.max(MIN_DEPTH, Math.ceil(DEPTH_FACTOR * widest * impostor.n));
    this.#impostor = impostor;
    this.#options = options;
    this.#cumulative = new Float64Array(Math.min(depth, impostor.tail.scores.length) + 1);
  }

  weigh(weights: Uint32Array): void {
    const { subjects, impostorWeight } = this.#options;
    const { a, b } = this.#impostor.tail;
    const sum = this.#cumulative;
    for (let i = 0; i + 1 < sum.length; i++) {
      const weight = weights[subjects[a[i]]] * weights[subjects[b[i]]];
      sum[i + 1] = sum[i] + weight;
    }
    this.#total = impostorWeight(weights);
  }

  fmr(threshold: number): number {
    const count = this.#impostor.countAtOrAbove(threshold);
    return count < this.#cumulative.length ? this.#cumulative[count] / this.#total : Number.NaN;
  }

  /** Just above the first score whose match would exceed the target; NaN if the walk was too short. */
  thresholdAt(targetFmr: number): number {
    const first = countAtOrBelow(this.#cumulative, targetFmr * this.#total);
    const score = first < this.#cumulative.length ? this.#impostor.tail.scores[first - 1] : undefined;
    return score === undefined ? Number.NaN : nextUp(score);
  }
}

/** How many ascending values are at most `limit`. */
function countAtOrBelow(ascending: Float64Array, limit: number): number {
  return countAscendingBelow(ascending, nextUp(limit));
}
