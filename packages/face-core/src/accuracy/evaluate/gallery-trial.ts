import type { PhotoSet } from '../datasets/photo-set.js';
import { type Identification, identification, type Search } from '../metrics/identification.metric.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

const FPIR_TARGETS = [0.1, 0.01, 0.001] as const;

/**
 * Open-set 1:N: every second subject (in a seeded order) is enrolled with one photo; further photos of enrolled subjects
 * are mated searches, all photos of the others non-mated ones. A missed photo finds nobody.
 *
 * @returns null if the set has too few subjects with two photos
 */
export function galleryTrial(
  table: VectorTable,
  photos: PhotoSet,
  thresholds: readonly number[],
  photosPerTemplate = 1,
  seed = 1,
): Identification | null {
  const subjects = [...shuffledPhotos(photos, table.isAcquired, seed)];
  const enrolled = subjects.filter((_, index) => index % 2 === 0);
  const used = new Set(enrolled.flatMap(([, list]) => list.slice(0, photosPerTemplate)));
  const gallery = enrolled.map(([subject, list]) => ({
    subject,
    vector: meanRow(table, list.slice(0, photosPerTemplate)),
  }));
  const enrolledSubjects = new Set(gallery.map(({ subject }) => subject));
  const searches: Search[] = [];
  for (let probe = 0; probe < photos.names.length; probe++) {
    if (used.has(probe)) continue;
    const own = photos.subjects[probe];
    const isMated = enrolledSubjects.has(own);
    let best = { score: Number.NEGATIVE_INFINITY, subject: -1 };
    if (table.isAcquired[probe] === 1)
      for (const { subject, vector } of gallery) {
        const score = similarityTo(table, probe, vector);
        if (score > best.score) best = { score, subject };
      }
    searches.push({ bestScore: best.score, isMated, isMateFirst: best.subject === own });
  }
  if (gallery.length < 2 || !searches.some(({ isMated }) => isMated)) return null;
  return identification(searches, gallery.length, { fpir: FPIR_TARGETS, thresholds });
}
