import type { PhotoSet } from '../datasets/photo-set.js';
import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

/** How the photos of the most similar other person fare at one threshold. */
export interface LookalikePoint {
  readonly threshold: number;
  /** Photos of the lookalike that match the person. */
  readonly falseMatches: CountedRate;
  /** Photos of the person that do not. */
  readonly falseNonMatches: CountedRate;
}

/** Claims between people who look alike to the net; a stand-in for relatives, of whom there are no photos. */
export interface LookalikeTrial {
  readonly photosPerTemplate: number;
  /** People whose lookalike has a photo left to claim with. */
  readonly pairs: number;
  readonly points: readonly LookalikePoint[];
}

/**
 * Every subject is registered with the mean of its first photos, in a seeded order. Its lookalike is the other subject whose
 * first photo is most similar to that template. The lookalike then claims to be the subject with all its other photos, which
 * had no part in the choice; the subject claims so with all photos that were not registered.
 *
 * @returns null if no lookalike has a photo left
 */
export function lookalikeTrial(
  table: VectorTable,
  photos: PhotoSet,
  thresholds: readonly number[],
  photosPerTemplate = 1,
  seed = 1,
): LookalikeTrial | null {
  const people = [...shuffledPhotos(photos, table.isAcquired, seed).values()];
  const [impostor, genuine]: [number[], number[]] = [[], []];
  let pairs = 0;
  for (const own of people) {
    if (own.length < photosPerTemplate) continue;
    const template = meanRow(table, own.slice(0, photosPerTemplate));
    const scoreOf = (photo: number): number => similarityTo(table, photo, template);
    genuine.push(...own.slice(photosPerTemplate).map(scoreOf));
    const claims = mostSimilar(people, own, scoreOf)?.slice(1) ?? [];
    if (claims.length === 0) continue;
    pairs += 1;
    impostor.push(...claims.map(scoreOf));
  }
  if (pairs === 0) return null;
  const points = thresholds.map((threshold) => ({
    threshold,
    falseMatches: countedRate(impostor.filter((score) => score >= threshold).length, impostor.length),
    falseNonMatches: countedRate(genuine.filter((score) => score < threshold).length, genuine.length),
  }));
  return { photosPerTemplate, pairs, points };
}

/** The photos of the other person whose first one scores highest. */
function mostSimilar(
  people: readonly (readonly number[])[],
  own: readonly number[],
  scoreOf: (photo: number) => number,
): readonly number[] | undefined {
  let [best, highest]: [readonly number[] | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
  for (const other of people) {
    const score = other === own ? Number.NEGATIVE_INFINITY : scoreOf(other[0]);
    if (score > highest) [best, highest] = [other, score];
  }
  return best;
}
