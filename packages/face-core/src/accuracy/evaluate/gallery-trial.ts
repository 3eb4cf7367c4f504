import type { PhotoSet } from '../datasets/photo-set.js';
import { type Identification, identification, type Search } from '../metrics/identification.metric.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

const FPIR_TARGETS = [0.1, 0.01, 0.001] as const;

/** Searches of a gallery of this size. */
export interface GalleryTrialOptions {
  /** People in the gallery; fewer if the set has fewer. */
  readonly gallerySize: number;
  /** Templates are the mean of up to so many photos. Default 1. */
  readonly photosPerTemplate?: number;
  /** The lead in cosine similarity that a name needs. */
  readonly margin: number;
  /** What ships for so many people; the thresholds at three FPIRs are added. */
  readonly points: readonly { readonly id: string; readonly threshold: number }[];
  readonly seed?: number;
}

/**
 * Open-set 1:N as it ships, with the lead: each subject is enrolled with the mean template of its first photos, in a seeded
 * order. Every photo is a stranger's search in a gallery of others; a photo that was not enrolled is a mated search too, in one
 * that holds its subject, if that has a full template. The others are the subjects that follow in the order. A missed photo
 * finds nobody.
 *
 * @returns null if there are fewer than two subjects or no mated search
 */
export function galleryTrial(
  table: VectorTable,
  photos: PhotoSet,
  { gallerySize, photosPerTemplate = 1, margin, points, seed = 1 }: GalleryTrialOptions,
): Identification | null {
  const people = [...shuffledPhotos(photos, table.isAcquired, seed).values()];
  const templates = people.map((list) => meanRow(table, list.slice(0, photosPerTemplate)));
  const size = Math.min(gallerySize, people.length - 1);
  const searches: Search[] = [];
  for (const [own, list] of people.entries()) {
    for (const [index, photo] of list.entries()) {
      const scoreOf = (step: number) => similarityTo(table, photo, templates[(own + step) % people.length]);
      const others = Array.from({ length: size }, (_, step) => scoreOf(step + 1));
      searches.push(stranger(others));
      if (index >= photosPerTemplate) searches.push(mated(scoreOf(0), others.slice(0, -1)));
    }
  }
  if (size < 1 || !searches.some(({ isMated }) => isMated)) return null;
  searches.push(...missed(photos, table.isAcquired, people, photosPerTemplate));
  return identification(searches, { gallerySize: size, margin }, { fpir: FPIR_TARGETS, points });
}

function stranger(others: readonly number[]): Search {
  const [first, second] = firstTwo(others);
  return { bestScore: first, lead: first - second, isMated: false, isMateFirst: false };
}

function mated(mate: number, others: readonly number[]): Search {
  const [first, second] = firstTwo([mate, ...others]);
  return { bestScore: first, lead: first - second, isMated: true, isMateFirst: mate === first && mate > second };
}

/** The two highest; −Infinity where there is none. */
function firstTwo(scores: readonly number[]): readonly [number, number] {
  let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return [first, second];
}

/** A photo without a vector was never enrolled, so it searches as everybody else's photos do, and finds nobody. */
function missed(
  photos: PhotoSet,
  isAcquired: Uint8Array,
  people: readonly (readonly number[])[],
  photosPerTemplate: number,
): Search[] {
  const full = new Set(people.flatMap((list) => (list.length < photosPerTemplate ? [] : [photos.subjects[list[0]]])));
  const nobody = { bestScore: Number.NEGATIVE_INFINITY, lead: 0, isMateFirst: false };
  return [...photos.subjects].flatMap((subject, photo) => {
    if (isAcquired[photo] === 1) return [];
    const asStranger = { ...nobody, isMated: false };
    return full.has(subject) ? [asStranger, { ...nobody, isMated: true }] : [asStranger];
  });
}
