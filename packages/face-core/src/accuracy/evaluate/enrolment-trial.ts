import type { PhotoSet } from '../datasets/photo-set.js';
import { genuineScores, MISSED_SCORE } from '../metrics/genuine-scores.js';
import { ImpostorScores } from '../metrics/impostor-scores.js';
import { seededRandom, shuffledIndexes } from '../metrics/seeded-random.js';
import { type Comparisons, type VectorTable } from './compare-photos.js';

/** Photos of each subject in a seeded random order, subjects with too few left out. */
export function shuffledPhotos(photos: PhotoSet, isUsable: Uint8Array, seed: number): Map<number, number[]> {
  const bySubject = new Map<number, number[]>();
  for (const photo of shuffledIndexes(photos.names.length, seededRandom(seed))) {
    if (isUsable[photo] !== 1) continue;
    const subject = photos.subjects[photo];
    const list = bySubject.get(subject);
    if (list === undefined) bySubject.set(subject, [photo]);
    else list.push(photo);
  }
  return bySubject;
}

/** Unit vector in the mean direction of some rows. */
export function meanRow({ vectors, dimensions }: VectorTable, rows: readonly number[]): Float64Array {
  const mean = new Float64Array(dimensions);
  for (const row of rows) for (let i = 0; i < dimensions; i++) mean[i] = mean[i] + vectors[row * dimensions + i];
  const norm = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
  return mean.map((value) => value / norm);
}

export function similarityTo({ vectors, dimensions }: VectorTable, row: number, template: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < dimensions; i++) sum += vectors[row * dimensions + i] * template[i];
  return sum;
}

export interface EnrolmentTrial {
  readonly subjects: number;
  readonly probes: number;
  readonly comparisons: Comparisons;
}

/** The number of photos every subject of the trial keeps back for its template, so that all trials use the same probes. */
const ENROLMENT_PHOTOS = 3;

/**
 * Subjects with at least four photos are enrolled with the mean template of their first `photosPerTemplate` (1–3) photos,
 * in a seeded order; photos from the fourth on are probes, compared with every template. Missed photos are never enrolled
 * (registration would ask for another), but as probes they are errors.
 */
export function enrolmentTrial(
  table: VectorTable,
  photos: PhotoSet,
  photosPerTemplate: number,
  seed = 1,
): EnrolmentTrial | null {
  const usable = [...shuffledPhotos(photos, table.isAcquired, seed)].filter(
    ([, list]) => list.length > ENROLMENT_PHOTOS,
  );
  if (usable.length < 2) return null;
  const templates = usable.map(([subject, list]) => ({
    subject,
    vector: meanRow(table, list.slice(0, photosPerTemplate)),
  }));
  const enrolled = new Set(usable.flatMap(([, list]) => list.slice(0, ENROLMENT_PHOTOS)));
  const subjectSet = new Set(usable.map(([subject]) => subject));
  const probes = [...photos.subjects.keys()].filter((p) => subjectSet.has(photos.subjects[p]) && !enrolled.has(p));
  const impostors = new ImpostorScores(probes.length * (templates.length - 1));
  const genuine = { scores: [] as number[], a: [] as number[] };
  let missedImpostor = 0;
  for (const probe of probes) {
    const isMissed = table.isAcquired[probe] !== 1;
    for (const { subject, vector } of templates) {
      const isMate = subject === photos.subjects[probe];
      if (isMate) {
        genuine.scores.push(isMissed ? MISSED_SCORE : similarityTo(table, probe, vector));
        genuine.a.push(probe);
      } else if (isMissed) missedImpostor += 1;
      // The subject's own first photo stands for the template where a comparison is named by two photos.
      else impostors.add(similarityTo(table, probe, vector), probe, usable.find(([s]) => s === subject)?.[1][0] ?? 0);
    }
  }
  return {
    subjects: usable.length,
    probes: probes.length,
    comparisons: {
      genuine: genuineScores(
        Float64Array.from(genuine.scores),
        Uint32Array.from(genuine.a),
        Uint32Array.from(genuine.a),
      ),
      impostor: impostors.finish(),
      missedImpostor,
      folded: null,
      impostorWeight: probeWeight(
        photos,
        probes,
        table.isAcquired,
        templates.map(({ subject }) => subject),
      ),
    },
  };
}

/** Σ over probes of subject s and templates of subject t ≠ s of wₛ·wₜ. */
function probeWeight(photos: PhotoSet, probes: readonly number[], isAcquired: Uint8Array, subjects: readonly number[]) {
  const acquired = probes.filter((probe) => isAcquired[probe] === 1);
  return (weights: Uint32Array): number => {
    const templates = subjects.reduce((sum, subject) => sum + weights[subject], 0);
    return acquired.reduce((sum, probe) => {
      const own = weights[photos.subjects[probe]];
      return sum + own * (templates - own);
    }, 0);
  };
}
