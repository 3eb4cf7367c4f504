import { describe, expect, it } from 'vitest';
import { discardCurve } from './discard-curve.metric.js';
import { genuineScores, MISSED_SCORE } from './genuine-scores.js';

/** Ten photos; pair i compares photo i with photo 9, which is the best. */
const genuine = genuineScores(
  Float64Array.from([0.1, 0.2, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.3, MISSED_SCORE]),
  Uint32Array.from({ length: 10 }, (_, i) => i),
  Uint32Array.from({ length: 10 }, () => 9),
);

describe('error versus discard', () => {
  it('drops the pairs with the poorest photo first and leaves missed pairs out', () => {
    const quality = Float64Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    const points = discardCurve(genuine, quality, 0.5, [0, 0.12, 0.23, 1]);
    expect(points.map(({ n, falseNonMatches }) => [n, falseNonMatches])).toEqual([
      [9, 3],
      [8, 2],
      [7, 1],
    ]);
    expect(points[0]?.fnmr).toBeCloseTo(3 / 9, 12);
  });

  it('a quality that knows nothing does not make the curve fall', () => {
    const reversed = Float64Array.from([1, 0.9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1]);
    const [whole, half] = discardCurve(genuine, reversed, 0.5, [0, 0.5]);
    expect(half?.fnmr).toBeGreaterThan(whole?.fnmr ?? 1);
  });
});
