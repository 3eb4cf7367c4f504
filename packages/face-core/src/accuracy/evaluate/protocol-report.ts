import type { OperatingPoint } from '@rollcall/models';
import type { PhotoSet } from '../datasets/photo-set.js';
import { discardCurve } from '../metrics/discard-curve.metric.js';
import { equalErrorRate, errorCurve } from '../metrics/error-curve.metric.js';
import { foldAccuracy } from '../metrics/fold-accuracy.metric.js';
import { falseNonMatches, fnmr, genuineHistogram, MISSED_SCORE } from '../metrics/genuine-scores.js';
import { type BootstrapIntervals, subjectBootstrap } from '../metrics/subject-bootstrap.metric.js';
import { supportOf, thresholdAtFmr } from '../metrics/threshold-at-fmr.metric.js';
import type { ProtocolReport, RateAtFmr, RateAtThreshold, WorstPair } from '../report/report.types.js';
import type { Comparisons } from './compare-photos.js';

export const TARGET_FMRS: readonly number[] = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6];
const HISTOGRAM_BINS = 100;
const WORST_PAIRS = 12;

export interface ProtocolInput {
  readonly protocol: ProtocolReport['protocol'];
  readonly gates: ProtocolReport['gates'];
  readonly photos: PhotoSet;
  readonly comparisons: Comparisons;
  /** Of each photo, 0–1; NaN-free. Null: no discard curve. */
  readonly quality: Float64Array | null;
  readonly operatingPoints: readonly OperatingPoint[];
  /** Default: 1e-2 to 1e-6. */
  readonly targetFmrs?: readonly number[];
  readonly replicates?: number | undefined;
}

/** Thresholds are shipped with four decimals, so that is how they are measured; upward, since lower would match too many. */
function shippable(threshold: number | null): number | null {
  return threshold === null ? null : Math.ceil(threshold * 1e4) / 1e4;
}

/** Turns scores into figures with intervals. */
export function reportProtocol(input: ProtocolInput): ProtocolReport {
  const { genuine, impostor, folded, missedImpostor } = input.comparisons;
  const targets = (input.targetFmrs ?? TARGET_FMRS).map((targetFmr) => ({
    targetFmr,
    threshold: shippable(thresholdAtFmr(impostor, targetFmr)),
  }));
  const found = targets.flatMap(({ targetFmr, threshold }) => (threshold === null ? [] : [{ targetFmr, threshold }]));
  const points = input.operatingPoints.map((point) => ({
    targetFmr: impostor.fmr(point.threshold),
    threshold: point.threshold,
  }));
  const intervals =
    genuine.scores.length === 0 || impostor.n === 0
      ? []
      : subjectBootstrap(genuine, impostor, [...found, ...points], bootstrapOf(input));
  const intervalOf = (index: number) => (index === -1 ? undefined : intervals[index]);
  return {
    protocol: input.protocol,
    gates: input.gates,
    genuine: { n: genuine.scores.length, missed: genuine.missed },
    impostor: { n: impostor.n, missed: missedImpostor },
    subjects: input.photos.subjectCount,
    eer: equalErrorRate(genuine, impostor),
    rates: targets.map(({ targetFmr, threshold }) =>
      rateAtFmr(input, targetFmr, threshold, intervalOf(found.findIndex((target) => target.targetFmr === targetFmr))),
    ),
    operatingPoints: input.operatingPoints.map((point, i) =>
      rateAtThreshold(input, point, intervals[found.length + i]),
    ),
    foldAccuracy: folded === null ? null : foldAccuracy(folded),
    curve: errorCurve(genuine, impostor),
    histogram: { genuine: genuineHistogram(genuine, HISTOGRAM_BINS), impostor: impostor.histogram(HISTOGRAM_BINS) },
    discard: discardOf(input, found),
    worst: worstPairs(input),
  };
}

function bootstrapOf({ photos, comparisons, replicates }: ProtocolInput) {
  return {
    subjects: photos.subjects,
    subjectCount: photos.subjectCount,
    impostorWeight: comparisons.impostorWeight,
    ...(replicates === undefined ? {} : { replicates }),
  };
}

function rateAtFmr(
  { comparisons: { genuine, impostor } }: ProtocolInput,
  targetFmr: number,
  threshold: number | null,
  intervals: BootstrapIntervals | undefined,
): RateAtFmr {
  const hasGenuine = threshold !== null && genuine.scores.length > 0;
  return {
    targetFmr,
    support: supportOf(targetFmr, impostor.n),
    threshold,
    falseMatches: threshold === null ? null : impostor.countAtOrAbove(threshold),
    fmrInterval: intervals?.fmr ?? null,
    falseNonMatches: hasGenuine ? falseNonMatches(genuine, threshold) : null,
    fnmr: hasGenuine ? fnmr(genuine, threshold) : null,
    fnmrInterval: intervals?.fnmrAtTarget ?? null,
    thresholdInterval: intervals?.threshold ?? null,
  };
}

function rateAtThreshold(
  { comparisons: { genuine, impostor } }: ProtocolInput,
  { id, threshold }: OperatingPoint,
  intervals: BootstrapIntervals | undefined,
): RateAtThreshold {
  const falseMatches = impostor.countAtOrAbove(threshold);
  const isShown = falseMatches >= 3;
  return {
    operatingPointId: id,
    threshold,
    falseMatches,
    fmr: isShown ? falseMatches / impostor.n : null,
    fmrBelow: isShown || impostor.n === 0 ? null : 3 / impostor.n,
    fmrInterval: isShown ? (intervals?.fmr ?? null) : null,
    fnmr: fnmr(genuine, threshold),
    fnmrInterval: intervals?.fnmr ?? null,
  };
}

/** At the FMR of VERIFY where the comparisons carry it, else at the lowest they do. */
function discardOf(
  { quality, comparisons: { genuine } }: ProtocolInput,
  found: readonly { readonly targetFmr: number; readonly threshold: number }[],
): ProtocolReport['discard'] {
  const at = found.find(({ targetFmr }) => targetFmr === 1e-4) ?? found.at(-1);
  if (quality === null || at === undefined || genuine.scores.length === 0) return null;
  return { ...at, points: discardCurve(genuine, quality, at.threshold) };
}

function worstPairs({ photos, comparisons: { genuine, impostor } }: ProtocolInput): ProtocolReport['worst'] {
  const named = (a: number, b: number, similarity: number): WorstPair => ({
    a: photos.names[a] ?? '',
    b: photos.names[b] ?? '',
    similarity,
  });
  const least = [...genuine.scores.keys()]
    .filter((i) => genuine.scores[i] !== MISSED_SCORE)
    .sort((x, y) => genuine.scores[x] - genuine.scores[y])
    .slice(0, WORST_PAIRS);
  const { tail } = impostor;
  return {
    genuine: least.map((i) => named(genuine.a[i], genuine.b[i], genuine.scores[i])),
    impostor: [...tail.scores.slice(0, WORST_PAIRS)].map((score, i) => named(tail.a[i], tail.b[i], score)),
  };
}
