import type { PhotoSet } from '../datasets/photo-set.js';
import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import { nextUp } from '../metrics/score-tail.js';
import type { VectorTable } from './compare-photos.js';
import { similarity } from './compare-photos.js';
import { shuffledPhotos } from './enrolment-trial.js';

/** What the duplicate check of a registration finds at one threshold. */
export interface DuplicatePoint {
  readonly threshold: number;
  /** People registered a second time from another photo, who are found; whoever else is found too. */
  readonly found: CountedRate;
  /** People who are new and are taken for one of the others. */
  readonly falseDuplicates: CountedRate;
}

/** Registrations with one photo each into a gallery of this size. */
export interface DuplicateTrial {
  readonly gallerySize: number;
  readonly points: readonly DuplicatePoint[];
  /** The highest similarity of anybody new to one of the others. */
  readonly highestFalse: number;
}

/** The share of new people that may be taken for somebody else: it sets the last point. */
const FALSE_SHARE = 0.01;

/**
 * Every subject is registered with its first photo, in a seeded order. Then each registers for the first time into a gallery of
 * others, and each with a second photo registers again into one that holds it. The others are the subjects that follow in the order.
 *
 * @param gallerySize people in the gallery; fewer if the set has fewer
 * @param thresholds to look at; the lowest one with at most 1 % false duplicates is added
 * @returns null if nobody has two photos, or there is nobody else
 */
export function duplicateTrial(
  table: VectorTable,
  photos: PhotoSet,
  thresholds: readonly number[],
  gallerySize: number,
  seed = 1,
): DuplicateTrial | null {
  const people = [...shuffledPhotos(photos, table.isAcquired, seed).values()];
  const size = Math.min(gallerySize, people.length - 1);
  const again = people.flatMap(([first, second]) => (second === undefined ? [] : [similarity(table, second, first)]));
  if (again.length === 0 || size < 1) return null;
  const strangers = people.map(([first], own) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let step = 1; step <= size; step++)
      best = Math.max(best, similarity(table, first, people[(own + step) % people.length][0]));
    return best;
  });
  const point = (threshold: number): DuplicatePoint => ({
    threshold,
    found: countedRate(again.filter((score) => score >= threshold).length, again.length),
    falseDuplicates: countedRate(strangers.filter((score) => score >= threshold).length, strangers.length),
  });
  const descending = [...strangers].sort((a, b) => b - a);
  const lowest = nextUp(descending[Math.floor(FALSE_SHARE * descending.length)]);
  return { gallerySize: size, points: [...thresholds, lowest].map(point), highestFalse: descending[0] };
}
