import { describe, expect, it } from 'vitest';
import { type ImpostorDistribution, ImpostorScores } from './impostor-scores.js';
import { nextUp, ScoreTail } from './score-tail.js';
import { seededRandom } from './seeded-random.js';
import { supportOf, thresholdAtFmr } from './threshold-at-fmr.metric.js';

function distributionOf(scores: Iterable<number>, expected = 10): ImpostorDistribution {
  const gathered = new ImpostorScores(expected);
  let index = 0;
  for (const score of scores) gathered.add(score, index, index++ + 1);
  return gathered.finish();
}

function* pseudoScores(n: number): Generator<number> {
  const random = seededRandom(7);
  for (let i = 0; i < n; i++) yield random.nextBelow(2_000_001) / 1_000_000 - 1;
}

describe('the highest scores of a stream', () => {
  it('stay exact, sorted and with their photos after many drops', () => {
    const tail = new ScoreTail(100);
    const all = [...pseudoScores(20_000)];
    all.forEach((score, i) => {
      tail.add(score, i, i + 1);
    });
    const { scores, a, b, floor } = tail.sorted();
    const expected = all.toSorted((x, y) => y - x).filter((score) => score >= floor);
    expect([...scores]).toEqual(expected);
    expect(scores.length).toBeGreaterThanOrEqual(90);
    a.forEach((index, i) => {
      expect(all[index]).toBe(scores[i]);
      expect(b[i]).toBe(index + 1);
    });
  });

  it('ties at the cut are never counted in part', () => {
    const tail = new ScoreTail(10);
    for (let i = 0; i < 45; i++) tail.add(i < 5 ? 0.9 : 0.5, i, i);
    const { scores, floor } = tail.sorted();
    expect(scores.filter((score) => score > 0.5)).toHaveLength(5);
    expect(floor).toBeGreaterThan(0.5);
  });

  it('the next number up is greater with nothing between', () => {
    for (const x of [0.25, -0.25, 1, 0, -1e-300]) {
      expect(nextUp(x)).toBeGreaterThan(x);
      expect((x + nextUp(x)) / 2 === x || (x + nextUp(x)) / 2 === nextUp(x)).toBe(true);
    }
  });
});

describe('the impostor side', () => {
  it('counts exactly in the tail and to a bin below it', () => {
    const all = [...pseudoScores(600_000)];
    const impostor = distributionOf(all, all.length);
    expect(impostor.n).toBe(600_000);
    expect(impostor.isExactAt(-0.5)).toBe(false);
    for (const threshold of [0.95, 0.7, 0.2, -0.5]) {
      const truth = all.filter((score) => score >= threshold).length;
      const slack = impostor.isExactAt(threshold) ? 0 : 25;
      expect(Math.abs(impostor.countAtOrAbove(threshold) - truth)).toBeLessThanOrEqual(slack);
    }
    expect(impostor.scoreAtRank(450_000)).toBeCloseTo(all.toSorted((x, y) => y - x)[450_000] ?? 0, 4);
  });

  it('a score that is no number is refused', () => {
    expect(() => distributionOf([0.1, Number.NaN])).toThrow(/gave no number/);
  });

  it('the histogram holds every score once', () => {
    const shares = distributionOf([-1, -0.2, 0.3, 0.31, 1]).histogram(4);
    expect(shares).toEqual([0.2, 0.2, 0.4, 0.2]);
  });
});

describe('the threshold at a false match rate', () => {
  it('is the lowest that lets no more than the allowed scores through', () => {
    const impostor = distributionOf(Array.from({ length: 1_000 }, (_, i) => i / 1_000));
    const threshold = thresholdAtFmr(impostor, 0.01) ?? 0;
    expect(impostor.countAtOrAbove(threshold)).toBe(10);
    expect(threshold).toBe(nextUp(0.989));
  });

  it('with ties lets fewer through rather than more', () => {
    const impostor = distributionOf([...Array(90).fill(0.1), ...Array(10).fill(0.5)]);
    expect(impostor.countAtOrAbove(thresholdAtFmr(impostor, 0.05) ?? 0)).toBe(0);
    expect(impostor.countAtOrAbove(thresholdAtFmr(impostor, 0.1) ?? 0)).toBe(10);
  });

  it('below 3/n is refused, and with fewer than 30 errors marked as extrapolated', () => {
    expect(supportOf(1e-3, 2_999)).toBe('REFUSED');
    expect(supportOf(1e-3, 3_000)).toBe('EXTRAPOLATED');
    expect(supportOf(1e-3, 29_999)).toBe('EXTRAPOLATED');
    expect(supportOf(1e-3, 30_000)).toBe('MEASURED');
    expect(thresholdAtFmr(distributionOf([0.1, 0.2, 0.3]), 0.5)).toBeNull();
  });
});
