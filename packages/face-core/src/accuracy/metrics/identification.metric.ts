import { countAscendingBelow } from './genuine-scores.js';
import { type CountedRate, countedRate } from './intervals.metric.js';
import { nextUp } from './score-tail.js';

/** One search of a gallery: the best score, its lead over the second person, and whether it is the probe's own subject. */
export interface Search {
  readonly bestScore: number;
  /** Cosine similarity, 0 or more. */
  readonly lead: number;
  readonly isMated: boolean;
  /** True if the highest candidate is the probe's subject. */
  readonly isMateFirst: boolean;
}

/** As it ships: a person is named (MATCH) at or above the threshold and with the lead; without the lead it is AMBIGUOUS. */
export interface IdentificationPoint {
  readonly threshold: number;
  /** The shipped point for so many people; null: the threshold at an FPIR. */
  readonly operatingPointId: string | null;
  /** Non-mated searches that name somebody (ISO/IEC 19795-1). */
  readonly fpir: CountedRate;
  /** Mated searches that do not name their subject: below the threshold, AMBIGUOUS, or somebody else. */
  readonly fnir: CountedRate;
  /** Mated searches that name somebody else; part of the FNIR. */
  readonly misnamed: CountedRate;
  /** Non-mated searches that are AMBIGUOUS: a person decides. */
  readonly ambiguousStrangers: CountedRate;
  /** Mated searches that are AMBIGUOUS; part of the FNIR. */
  readonly ambiguousMated: CountedRate;
  /** Of the mated searches that bring their subject first, at or above the threshold: what the lead costs. */
  readonly rightButAmbiguous: CountedRate;
}

export interface Identification {
  readonly gallerySize: number;
  /** The lead that a name needs, in cosine similarity. */
  readonly margin: number;
  readonly mated: number;
  readonly nonMated: number;
  /** Mated searches whose subject came first, threshold and lead aside. */
  readonly rankOne: CountedRate;
  readonly points: readonly IdentificationPoint[];
}

export interface IdentificationTargets {
  readonly fpir: readonly number[];
  readonly points: readonly { readonly id: string; readonly threshold: number }[];
}

/**
 * Open-set rates of 1:N at the given FPIR targets and at given points. A missed probe has the score −Infinity: it
 * finds nobody, so a mated one is an error. As with FMR, a target below 3/n of the non-mated searches gets no point.
 */
export function identification(
  searches: readonly Search[],
  { gallerySize, margin }: { readonly gallerySize: number; readonly margin: number },
  targets: IdentificationTargets,
): Identification {
  const mated = searches.filter(({ isMated }) => isMated);
  const strangers = searches.filter(({ isMated }) => !isMated);
  const found = mated.filter(({ isMateFirst, bestScore }) => isMateFirst && bestScore !== Number.NEGATIVE_INFINITY);
  const isNamed = ({ lead }: Search) => lead >= margin;
  const namedStrangers = ascending(strangers.filter(isNamed));
  const rates = {
    fpir: rateOf(strangers, isNamed),
    named: rateOf(mated, (search) => search.isMateFirst && isNamed(search)),
    misnamed: rateOf(mated, (search) => !search.isMateFirst && isNamed(search)),
    ambiguousStrangers: rateOf(strangers, (search) => !isNamed(search)),
    ambiguousMated: rateOf(mated, (search) => !isNamed(search)),
  };
  const pointAt = (threshold: number, operatingPointId: string | null): IdentificationPoint => {
    const right = found.filter(({ bestScore }) => bestScore >= threshold);
    return {
      threshold,
      operatingPointId,
      fpir: rates.fpir(threshold),
      fnir: countedRate(mated.length - rates.named(threshold).count, mated.length),
      misnamed: rates.misnamed(threshold),
      ambiguousStrangers: rates.ambiguousStrangers(threshold),
      ambiguousMated: rates.ambiguousMated(threshold),
      rightButAmbiguous: countedRate(right.filter((search) => !isNamed(search)).length, right.length),
    };
  };
  const carried = targets.fpir.filter((target) => target * strangers.length >= 3);
  const thresholds = carried.map((target) => {
    const allowed = Math.floor(target * strangers.length + 1e-9);
    return nextUp(namedStrangers[namedStrangers.length - 1 - allowed] ?? -1);
  });
  return {
    gallerySize,
    margin,
    mated: mated.length,
    nonMated: strangers.length,
    rankOne: countedRate(found.length, mated.length),
    points: [
      ...thresholds.map((threshold) => pointAt(threshold, null)),
      ...targets.points.map(({ id, threshold }) => pointAt(threshold, id)),
    ],
  };
}

function ascending(searches: readonly Search[]): Float64Array {
  return Float64Array.from(searches, ({ bestScore }) => bestScore).sort();
}

/** The share of `all` that is of a kind and reaches a threshold. */
function rateOf(all: readonly Search[], isOfKind: (search: Search) => boolean): (threshold: number) => CountedRate {
  const scores = ascending(all.filter(isOfKind));
  return (threshold) => countedRate(scores.length - countAscendingBelow(scores, threshold), all.length);
}
