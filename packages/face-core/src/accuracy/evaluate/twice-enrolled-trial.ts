import type { PhotoSet } from '../datasets/photo-set.js';
import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

/** One person enrolled as two: the stand-in for people whom the net cannot tell apart. What the lead of 1:N is for. */
export interface TwiceEnrolledTrial {
  readonly photosPerTemplate: number;
  /** The lead that a name needs, in cosine similarity. */
  readonly margin: number;
  readonly points: readonly TwiceEnrolledPoint[];
}

export interface TwiceEnrolledPoint {
  readonly threshold: number;
  readonly operatingPointId: string;
  /** Searches at or above the threshold that are AMBIGUOUS; the others name one of the two by chance. */
  readonly ambiguous: CountedRate;
}

export interface TwiceEnrolledOptions {
  readonly photosPerTemplate: number;
  readonly margin: number;
  readonly points: readonly { readonly id: string; readonly threshold: number }[];
  readonly seed?: number;
}

/**
 * Each subject with photos enough is enrolled twice, with the mean of its first photos and of as many next ones, in a seeded
 * order; its other photos are searched. Nobody else is in the gallery, so only these two can be too near each other.
 *
 * @returns null if nobody has photos enough, or there is no point
 */
export function twiceEnrolledTrial(
  table: VectorTable,
  photos: PhotoSet,
  { photosPerTemplate, margin, points, seed = 1 }: TwiceEnrolledOptions,
): TwiceEnrolledTrial | null {
  const searches = [...shuffledPhotos(photos, table.isAcquired, seed).values()].flatMap((list) => {
    const probes = list.slice(2 * photosPerTemplate);
    if (probes.length === 0) return [];
    const one = meanRow(table, list.slice(0, photosPerTemplate));
    const other = meanRow(table, list.slice(photosPerTemplate, 2 * photosPerTemplate));
    return probes.map((probe) => [similarityTo(table, probe, one), similarityTo(table, probe, other)] as const);
  });
  if (searches.length === 0 || points.length === 0) return null;
  const pointOf = ({ id, threshold }: (typeof points)[number]): TwiceEnrolledPoint => {
    const found = searches.filter((pair) => Math.max(...pair) >= threshold);
    const ambiguous = found.filter(([one, other]) => Math.abs(one - other) < margin);
    return { threshold, operatingPointId: id, ambiguous: countedRate(ambiguous.length, found.length) };
  };
  return { photosPerTemplate, margin, points: points.map(pointOf) };
}
