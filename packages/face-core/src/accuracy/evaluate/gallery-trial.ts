import type { PhotoSet } from '../datasets/photo-set.js';
import { type Identification, identification, type Search } from '../metrics/identification.metric.js';
import type { VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

const FPIR_TARGETS = [0.1, 0.01, 0.001] as const;

interface Enrolled {
  readonly subject: number;
  readonly vector: Float64Array;
  readonly isFull: boolean;
}

/**
 * Open-set 1:N over everybody: each subject is enrolled with the mean template of up to `photosPerTemplate` photos, in a
 * seeded order. Every photo is a stranger's search once its own subject is taken out of the gallery; a photo that was not
 * enrolled is a mated search too if its subject has a full template. A missed photo finds nobody.
 *
 * @returns null if there are fewer than two subjects or no mated search
 */
export function galleryTrial(
  table: VectorTable,
  photos: PhotoSet,
  thresholds: readonly number[],
  photosPerTemplate = 1,
  seed = 1,
): Identification | null {
  const bySubject = [...shuffledPhotos(photos, table.isAcquired, seed)];
  const gallery: readonly Enrolled[] = bySubject.map(([subject, list]) => ({
    subject,
    vector: meanRow(table, list.slice(0, photosPerTemplate)),
    isFull: list.length >= photosPerTemplate,
  }));
  const enrolled = new Set(bySubject.flatMap(([, list]) => list.slice(0, photosPerTemplate)));
  const full = new Set(gallery.filter(({ isFull }) => isFull).map(({ subject }) => subject));
  const searches: Search[] = [];
  for (let probe = 0; probe < photos.names.length; probe++) {
    const own = photos.subjects[probe];
    const { mate, stranger } = search(table, gallery, probe, own);
    searches.push({ bestScore: stranger, isMated: false, isMateFirst: false });
    if (full.has(own) && !enrolled.has(probe))
      searches.push({ bestScore: Math.max(mate, stranger), isMated: true, isMateFirst: mate > stranger });
  }
  if (gallery.length < 2 || !searches.some(({ isMated }) => isMated)) return null;
  return identification(searches, gallery.length, { fpir: FPIR_TARGETS, thresholds });
}

/** The similarity to the own template and the best to all others. */
function search(
  table: VectorTable,
  gallery: readonly Enrolled[],
  probe: number,
  own: number,
): { mate: number; stranger: number } {
  let [mate, stranger] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (table.isAcquired[probe] !== 1) return { mate, stranger };
  for (const { subject, vector } of gallery) {
    const score = similarityTo(table, probe, vector);
    if (subject === own) mate = score;
    else if (score > stranger) stranger = score;
  }
  return { mate, stranger };
}
