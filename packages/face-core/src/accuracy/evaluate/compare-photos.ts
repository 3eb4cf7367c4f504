import type { PairList, PhotoSet } from '../datasets/photo-set.js';
import type { FoldedScores } from '../metrics/fold-accuracy.metric.js';
import { type GenuineScores, genuineScores, MISSED_SCORE } from '../metrics/genuine-scores.js';
import { type ImpostorDistribution, ImpostorScores } from '../metrics/impostor-scores.js';
import type { OnProgress } from './measured-engine.js';

/** Unit vectors row by row, and which photos take part. */
export interface VectorTable {
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** 1: compared. 0: a failure to acquire, so its genuine pairs are errors and its impostor pairs are left out. */
  readonly isAcquired: Uint8Array;
}

export interface Comparisons {
  readonly genuine: GenuineScores;
  readonly impostor: ImpostorDistribution;
  /** Impostor pairs with a missed photo: not compared, and not part of the FMR's n. */
  readonly missedImpostor: number;
  readonly folded: FoldedScores | null;
  /** See `BootstrapOptions`. */
  readonly impostorWeight: (weights: Uint32Array) => number;
}

/** Cosine of two rows of unit vectors. */
export function similarity({ vectors, dimensions }: VectorTable, a: number, b: number): number {
  const [from, to] = [a * dimensions, b * dimensions];
  let sum = 0;
  for (let i = 0; i < dimensions; i++) sum += vectors[from + i] * vectors[to + i];
  return sum;
}

/** Compares the pairs of a list. */
export function comparePairs(table: VectorTable, photos: PhotoSet, pairs: PairList): Comparisons {
  const scores = new Float64Array(pairs.a.length);
  const genuine = { scores: [] as number[], a: [] as number[], b: [] as number[] };
  const impostors = new ImpostorScores(pairs.a.length);
  const compared: number[] = [];
  let missedImpostor = 0;
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [pairs.a[i], pairs.b[i]];
    const isMissed = table.isAcquired[a] !== 1 || table.isAcquired[b] !== 1;
    const score = isMissed ? MISSED_SCORE : similarity(table, a, b);
    scores[i] = score;
    if (pairs.isSame[i] === 1) {
      genuine.scores.push(score);
      genuine.a.push(a);
      genuine.b.push(b);
    } else if (isMissed) missedImpostor += 1;
    else {
      impostors.add(score, a, b);
      compared.push(i);
    }
  }
  const subjectOf = (photo: number) => photos.subjects[photo];
  return {
    genuine: genuineScores(Float64Array.from(genuine.scores), Uint32Array.from(genuine.a), Uint32Array.from(genuine.b)),
    impostor: impostors.finish(),
    missedImpostor,
    folded: pairs.folds === null ? null : { scores, isSame: pairs.isSame, folds: pairs.folds },
    impostorWeight: (weights) =>
      compared.reduce((sum, i) => sum + weights[subjectOf(pairs.a[i])] * weights[subjectOf(pairs.b[i])], 0),
  };
}

/** Compares every photo with every other: pairs of one subject are genuine, all others impostor. */
export function compareAllPairs(table: VectorTable, photos: PhotoSet, onProgress?: OnProgress): Comparisons {
  const total = photos.names.length;
  const { subjects } = photos;
  const genuine = { scores: [] as number[], a: [] as number[], b: [] as number[] };
  const impostors = new ImpostorScores((total * (total - 1)) / 2);
  let missedImpostor = 0;
  for (let a = 0; a < total; a++) {
    for (let b = a + 1; b < total; b++) {
      const isMissed = table.isAcquired[a] !== 1 || table.isAcquired[b] !== 1;
      if (subjects[a] === subjects[b]) {
        genuine.scores.push(isMissed ? MISSED_SCORE : similarity(table, a, b));
        genuine.a.push(a);
        genuine.b.push(b);
      } else if (isMissed) missedImpostor += 1;
      else impostors.add(similarity(table, a, b), a, b);
    }
    if (a % 100 === 0 || a === total - 1) onProgress?.({ stage: 'comparing all pairs', done: a + 1, total });
  }
  return {
    genuine: genuineScores(Float64Array.from(genuine.scores), Uint32Array.from(genuine.a), Uint32Array.from(genuine.b)),
    impostor: impostors.finish(),
    missedImpostor,
    folded: null,
    impostorWeight: pairWeightOf(photosPerSubject(photos, table.isAcquired)),
  };
}

function photosPerSubject(photos: PhotoSet, isAcquired: Uint8Array): Uint32Array {
  const counts = new Uint32Array(photos.subjectCount);
  photos.subjects.forEach((subject, photo) => {
    if (isAcquired[photo] === 1) counts[subject] += 1;
  });
  return counts;
}

/** Σ over pairs of subjects of wₛ·nₛ·wₜ·nₜ, from the square of the sum. */
function pairWeightOf(counts: Uint32Array): (weights: Uint32Array) => number {
  return (weights) => {
    let [sum, squares] = [0, 0];
    weights.forEach((weight, subject) => {
      const photos = weight * counts[subject];
      sum += photos;
      squares += photos * photos;
    });
    return (sum * sum - squares) / 2;
  };
}
