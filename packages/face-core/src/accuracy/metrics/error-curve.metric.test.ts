import { describe, expect, it } from 'vitest';
import { equalErrorRate, errorCurve } from './error-curve.metric.js';
import { fnmr, type GenuineScores, genuineHistogram, genuineScores, MISSED_SCORE } from './genuine-scores.js';
import { type ImpostorDistribution, ImpostorScores } from './impostor-scores.js';
import { normalCdf, normalQuantile } from './special-functions.js';

function genuineOf(scores: readonly number[]): GenuineScores {
  const indexes = Uint32Array.from(scores, (_, i) => i);
  return genuineScores(Float64Array.from(scores), indexes, indexes);
}

function impostorOf(scores: readonly number[]): ImpostorDistribution {
  const gathered = new ImpostorScores(scores.length);
  scores.forEach((score, i) => {
    gathered.add(score, i, i);
  });
  return gathered.finish();
}

/** Quantiles of a normal distribution: a sample without chance. */
const normalSample = (n: number, mean: number, deviation: number) =>
  Array.from({ length: n }, (_, i) => mean + deviation * normalQuantile((i + 0.5) / n));

describe('false non-matches', () => {
  it('count the scores below the threshold, not those on it', () => {
    const genuine = genuineOf([0.2, 0.5, 0.5, 0.9]);
    expect([0.1, 0.2, 0.5, 0.51, 0.95].map((t) => fnmr(genuine, t))).toEqual([0, 0, 0.25, 0.75, 1]);
  });

  it('a missed photo is an error at every threshold', () => {
    const genuine = genuineOf([0.8, MISSED_SCORE, 0.9, 0.7]);
    expect(genuine.missed).toBe(1);
    expect(fnmr(genuine, -1)).toBe(0.25);
    expect(genuineHistogram(genuine, 4)).toEqual([0, 0, 0, 1]);
  });

  it('a score that is no number is refused', () => {
    expect(() => genuineOf([0.1, Number.NaN])).toThrow(/gave no number/);
  });
});

describe('the equal error rate', () => {
  it('of two shifted normal distributions is Φ(−d/2)', () => {
    const genuine = genuineOf(normalSample(4_001, 0.4, 0.1));
    const impostor = impostorOf(normalSample(200_001, 0, 0.1));
    const found = equalErrorRate(genuine, impostor);
    expect(found?.rate).toBeCloseTo(normalCdf(-2), 3);
    expect(found?.threshold).toBeCloseTo(0.2, 2);
  });

  it('is 0 for separate scores, 1 for scores the wrong way round and none without impostors', () => {
    expect(equalErrorRate(genuineOf([0.8, 0.9]), impostorOf([0.1, 0.2]))?.rate).toBe(0);
    expect(equalErrorRate(genuineOf([0.1, 0.2]), impostorOf([0.8, 0.9]))?.rate).toBe(1);
    expect(equalErrorRate(genuineOf([0.1]), impostorOf([]))).toBeNull();
  });
});

describe('the error curve', () => {
  it('falls in one rate as it rises in the other and stops at 3/n', () => {
    const points = errorCurve(genuineOf(normalSample(500, 0.3, 0.1)), impostorOf(normalSample(20_000, 0, 0.1)));
    expect(points.length).toBeGreaterThan(50);
    expect(points.at(-1)?.fmr).toBeCloseTo(3 / 20_000, 6);
    for (let i = 1; i < points.length; i++) {
      expect(points[i]?.fmr).toBeLessThan(points[i - 1]?.fmr ?? 0);
      expect(points[i]?.fnmr).toBeGreaterThanOrEqual(points[i - 1]?.fnmr ?? 1);
    }
  });
});
