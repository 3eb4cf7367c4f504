import type { PhotoSet } from '../datasets/photo-set.js';
import { genuineScores } from '../metrics/genuine-scores.js';
import { ImpostorScores } from '../metrics/impostor-scores.js';
import { type Comparisons, similarity, type VectorTable } from './compare-photos.js';
import { meanRow, shuffledPhotos, similarityTo } from './enrolment-trial.js';

/** Ways to make one similarity out of several frames of a person and the template. */
export const FRAME_RULES = [
  'one-frame',
  'best-of-three-frames',
  'mean-of-three-frames',
  'mean-direction-of-three-frames',
] as const;
export type FrameRule = (typeof FRAME_RULES)[number];

const FRAMES = 3;

interface Claim {
  readonly subject: number;
  readonly frames: readonly number[];
}

/**
 * Subjects with at least four photos are enrolled with one, in a seeded order; their further photos are taken in groups of
 * three for the frames of one claim, which is compared with the template of everybody of whom there is a photo. Photos of
 * different days stand for frames, so the gain is larger than that of frames of one second; photos without a face are left
 * out, as verification leaves such frames out.
 *
 * @param quality of each photo, 0–1: the best frame is the one with the highest
 * @returns null with fewer than two subjects that have enough photos
 */
export function framesTrial(
  table: VectorTable,
  photos: PhotoSet,
  quality: Float64Array,
  rule: FrameRule,
  seed = 1,
): Comparisons | null {
  const bySubject = shuffledPhotos(photos, table.isAcquired, seed);
  const templates = [...bySubject].flatMap(([subject, [photo]]) => (photo === undefined ? [] : [{ subject, photo }]));
  const claims = [...bySubject].flatMap(([subject, list]) => claimsOf(subject, list.slice(1)));
  if (new Set(claims.map(({ subject }) => subject)).size < 2) return null;
  const impostors = new ImpostorScores(claims.length * (templates.length - 1));
  const genuine = { scores: [] as number[], a: [] as number[] };
  for (const { subject, frames } of claims) {
    const compare = comparison(table, frames, quality, rule);
    const [first = 0] = frames;
    for (const template of templates) {
      const score = compare(template.photo);
      if (template.subject !== subject) impostors.add(score, first, template.photo);
      else {
        genuine.scores.push(score);
        genuine.a.push(first);
      }
    }
  }
  const named = Uint32Array.from(genuine.a);
  return {
    genuine: genuineScores(Float64Array.from(genuine.scores), named, named),
    impostor: impostors.finish(),
    missedImpostor: 0,
    folded: null,
    impostorWeight: weightOf(
      claims,
      templates.map(({ subject }) => subject),
    ),
  };
}

function claimsOf(subject: number, photos: readonly number[]): Claim[] {
  const claims: Claim[] = [];
  for (let from = 0; from + FRAMES <= photos.length; from += FRAMES)
    claims.push({ subject, frames: photos.slice(from, from + FRAMES) });
  return claims;
}

function comparison(table: VectorTable, frames: readonly number[], quality: Float64Array, rule: FrameRule) {
  const [first = 0] = frames;
  const best = frames.reduce((one, other) => ((quality[other] ?? 0) > (quality[one] ?? 0) ? other : one), first);
  const mean = meanRow(table, frames);
  switch (rule) {
    case 'one-frame':
      return (template: number) => similarity(table, first, template);
    case 'best-of-three-frames':
      return (template: number) => similarity(table, best, template);
    case 'mean-of-three-frames':
      return (template: number) =>
        frames.reduce((sum, frame) => sum + similarity(table, frame, template), 0) / frames.length;
    case 'mean-direction-of-three-frames':
      return (template: number) => similarityTo(table, template, mean);
  }
}

/** Σ over claims of subject s and templates of subject t ≠ s of wₛ·wₜ. */
function weightOf(claims: readonly Claim[], subjects: readonly number[]) {
  return (weights: Uint32Array): number => {
    const templates = subjects.reduce((sum, subject) => sum + weights[subject], 0);
    return claims.reduce((sum, { subject }) => sum + weights[subject] * (templates - weights[subject]), 0);
  };
}
