import { describe, expect, it } from 'vitest';
import { foldAccuracy } from './fold-accuracy.metric.js';
import { MISSED_SCORE } from './genuine-scores.js';

const pairsOf = (rows: readonly (readonly [score: number, isSame: 0 | 1, fold: number])[]) => ({
  scores: Float64Array.from(rows, ([score]) => score),
  isSame: Uint8Array.from(rows, ([, isSame]) => isSame),
  folds: Int32Array.from(rows, ([, , fold]) => fold),
});

describe('accuracy over folds', () => {
  it('uses the threshold of the other folds, not its own', () => {
    // Fold 1 alone would be perfect at 0.35; fold 2 puts the threshold at 0.6, where fold 1 loses its genuine pair.
    const found = foldAccuracy(
      pairsOf([
        [0.4, 1, 1],
        [0.3, 0, 1],
        [0.7, 1, 2],
        [0.5, 0, 2],
      ]),
    );
    expect(found?.folds.map(({ threshold, accuracy }) => [threshold, accuracy])).toEqual([
      [0.6, 0.5],
      [0.35, 0.5],
    ]);
    expect(found?.mean).toBe(0.5);
  });

  it('is the mean of the folds with its standard error', () => {
    const found = foldAccuracy(
      pairsOf([1, 2, 3, 4].flatMap((fold) => [[0.9, 1, fold] as const, [fold === 4 ? 0.95 : 0.1, 0, fold] as const])),
    );
    expect(found?.mean).toBeCloseTo(0.875, 12);
    expect(found?.standardError).toBeCloseTo(0.25 / Math.sqrt(4), 12);
  });

  it('a pair with a missed photo is wrong, be it genuine or impostor', () => {
    const rows = [1, 2].flatMap((fold) => [[0.9, 1, fold] as const, [0.1, 0, fold] as const]);
    const missed = [[MISSED_SCORE, 0, 1] as const, [MISSED_SCORE, 1, 2] as const];
    const found = foldAccuracy(pairsOf([...rows, ...missed]));
    expect(found?.folds.map(({ accuracy }) => accuracy)).toEqual([2 / 3, 2 / 3]);
  });

  it('needs two folds', () => {
    expect(
      foldAccuracy(
        pairsOf([
          [0.9, 1, 1],
          [0.1, 0, 1],
        ]),
      ),
    ).toBeNull();
  });
});
