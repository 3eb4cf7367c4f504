import { countAscendingBelow } from './genuine-scores.js';
import { type CountedRate, countedRate } from './intervals.metric.js';
import { nextUp } from './score-tail.js';

/** One search of a gallery: the best score, and whether the probe's own subject (if enrolled) came first. */
export interface Search {
  readonly bestScore: number;
  readonly isMated: boolean;
  /** True if the highest candidate is the probe's subject. */
  readonly isMateFirst: boolean;
}

export interface IdentificationPoint {
  readonly threshold: number;
  /** Non-mated searches that return a candidate at or above the threshold (ISO/IEC 19795-1). */
  readonly fpir: CountedRate;
  /** Mated searches that do not return their subject first and at or above the threshold. */
  readonly fnir: CountedRate;
}

export interface Identification {
  readonly gallerySize: number;
  readonly mated: number;
  readonly nonMated: number;
  /** Mated searches whose subject came first, threshold aside. */
  readonly rankOne: CountedRate;
  readonly points: readonly IdentificationPoint[];
}

/**
 * Open-set rates of 1:N at the given FPIR targets and at given thresholds. A missed probe has the score −Infinity: it
 * finds nobody, so a mated one is an error. As with FMR, a target below 3/n of the non-mated searches gets no point.
 */
export function identification(
  searches: readonly Search[],
  gallerySize: number,
  targets: { readonly fpir: readonly number[]; readonly thresholds: readonly number[] },
): Identification {
  const mated = searches.filter(({ isMated }) => isMated);
  const nonMated = searches.filter(({ isMated }) => !isMated);
  const strangers = Float64Array.from(nonMated, ({ bestScore }) => bestScore).sort();
  const found = Float64Array.from(
    mated.filter(({ isMateFirst }) => isMateFirst),
    ({ bestScore }) => bestScore,
  ).sort();
  const pointAt = (threshold: number): IdentificationPoint => ({
    threshold,
    fpir: countedRate(strangers.length - countAscendingBelow(strangers, threshold), strangers.length),
    fnir: countedRate(mated.length - (found.length - countAscendingBelow(found, threshold)), mated.length),
  });
  const carried = targets.fpir.filter((target) => target * strangers.length >= 3);
  const thresholds = carried.map((target) => {
    const allowed = Math.floor(target * strangers.length + 1e-9);
    return nextUp(strangers[strangers.length - 1 - allowed] ?? -1);
  });
  return {
    gallerySize,
    mated: mated.length,
    nonMated: nonMated.length,
    rankOne: countedRate(found.filter((score) => score !== Number.NEGATIVE_INFINITY).length, mated.length),
    points: [...thresholds, ...targets.thresholds].map(pointAt),
  };
}
