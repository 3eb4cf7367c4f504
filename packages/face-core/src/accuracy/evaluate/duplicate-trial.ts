import type { PhotoSet } from '../datasets/photo-set.js';
import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import { nextUp } from '../metrics/score-tail.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos } from './enrolment-trial.js';

/** What the duplicate check of a registration finds at one threshold. */
export interface DuplicatePoint {
  readonly threshold: number;
  /** People registered a second time from another photo, who are found; whoever else is found too. */
  readonly found: CountedRate;
  /** People who are new and are taken for one of the others. */
  readonly falseDuplicates: CountedRate;
}

/** Registrations into a gallery of this size. */
export interface DuplicateTrial {
  readonly gallerySize: number;
  /** Each registration is the mean of so many photos; those in the gallery of up to so many. */
  readonly photosPerTemplate: number;
  readonly points: readonly DuplicatePoint[];
  /** The highest similarity of anybody new to one of the others. */
  readonly highestFalse: number;
}

/** The share of new people that may be taken for somebody else: it sets the last point. */
const FALSE_SHARE = 0.01;

/**
 * Every subject is registered with its first photos, in a seeded order. Then each with enough photos registers for the first
 * time into a gallery of others, and each with twice as many registers again, from photos not used before, into one that holds
 * it. The others are the subjects that follow in the order.
 *
 * @param gallerySize people in the gallery; fewer if the set has fewer
 * @param thresholds to look at; the lowest one with at most 1 % false duplicates is added
 * @returns null if nobody has photos enough to register twice, or there is nobody else
 */
export function duplicateTrial(
  table: VectorTable,
  photos: PhotoSet,
  thresholds: readonly number[],
  { gallerySize, photosPerTemplate = 1, seed = 1 }: DuplicateTrialOptions,
): DuplicateTrial | null {
  const people = [...shuffledPhotos(photos, table.isAcquired, seed).values()];
  const size = Math.min(gallerySize, people.length - 1);
  const templates = people.map((list) => meanRow(table, list.slice(0, photosPerTemplate)));
  const again = people.flatMap((list, own) => {
    const second = list.slice(photosPerTemplate, 2 * photosPerTemplate);
    return second.length < photosPerTemplate ? [] : [dot(meanRow(table, second), templates[own])];
  });
  if (again.length === 0 || size < 1) return null;
  const strangers = people.flatMap((list, own) => {
    if (list.length < photosPerTemplate) return [];
    let best = Number.NEGATIVE_INFINITY;
    for (let step = 1; step <= size; step++)
      best = Math.max(best, dot(templates[own], templates[(own + step) % people.length]));
    return [best];
  });
  const point = (threshold: number): DuplicatePoint => ({
    threshold,
    found: countedRate(again.filter((score) => score >= threshold).length, again.length),
    falseDuplicates: countedRate(strangers.filter((score) => score >= threshold).length, strangers.length),
  });
  const descending = [...strangers].sort((a, b) => b - a);
  const lowest = nextUp(descending[Math.floor(FALSE_SHARE * descending.length)]);
  const points = [...thresholds, lowest].map(point);
  return { gallerySize: size, photosPerTemplate, points, highestFalse: descending[0] };
}

export interface DuplicateTrialOptions {
  readonly gallerySize: number;
  /** Default 1. */
  readonly photosPerTemplate?: number;
  /** Of the order. Default 1. */
  readonly seed?: number;
}

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, index) => sum + value * other[index], 0);
