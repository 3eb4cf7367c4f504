import { describe, expect, it } from 'vitest';
import type { Point } from '../detect/face-detection.js';
import type { Affine } from '../image/sample-affine.js';
import { ARCFACE_112, DLIB_150 } from './chip-templates.js';
import { similarityTransform } from './similarity-transform.js';

const apply = ({ a, b, c, d, e, f }: Affine, [x, y]: Point): Point => [a * x + b * y + c, d * x + e * y + f];

/** Turned by 30°, 2.5 times as large, moved by (40, -7). */
const turned = (points: readonly Point[]): Point[] =>
  points.map(([x, y]) => {
    const [cosine, sine] = [2.5 * Math.cos(Math.PI / 6), 2.5 * Math.sin(Math.PI / 6)];
    return [cosine * x - sine * y + 40, sine * x + cosine * y - 7];
  });

describe('similarityTransform', () => {
  it('recovers a turn, a scale and a shift exactly', () => {
    const target = turned(ARCFACE_112.points);
    const transform = similarityTransform(ARCFACE_112.points, target);
    ARCFACE_112.points.forEach((point, index) => {
      const [x, y] = apply(transform, point);
      expect(x).toBeCloseTo(target[index][0], 9);
      expect(y).toBeCloseTo(target[index][1], 9);
    });
  });

  it('is the best in the least-squares sense: any nearby transform is worse', () => {
    const noisy = turned(DLIB_150.points).map(
      ([x, y], index): Point => [x + [3, -2, 1, 0, -4][index], y + [0, 2, -3, 1, 1][index]],
    );
    const best = similarityTransform(DLIB_150.points, noisy);
    const cost = (transform: Affine): number =>
      DLIB_150.points.reduce((sum, point, index) => {
        const [x, y] = apply(transform, point);
        return sum + (x - noisy[index][0]) ** 2 + (y - noisy[index][1]) ** 2;
      }, 0);
    for (const [scale, turn, shift] of [
      [0.01, 0, 0],
      [-0.01, 0, 0],
      [0, 0.01, 0],
      [0, -0.01, 0],
      [0, 0, 0.5],
      [0, 0, -0.5],
    ]) {
      const a = best.a + scale;
      const d = best.d + turn;
      expect(cost({ a, b: -d, c: best.c + shift, d, e: a, f: best.f })).toBeGreaterThan(cost(best));
    }
  });

  it('refuses points that all lie on one spot', () => {
    expect(() => similarityTransform(Array<Point>(5).fill([3, 3]), ARCFACE_112.points)).toThrow(RangeError);
  });
});

describe('DLIB_150', () => {
  it('has the eyes of the mean face at the padding of 0.20', () => {
    const [rightEye, leftEye] = DLIB_150.points;
    expect(rightEye[0]).toBeCloseTo(45.59, 2);
    expect(leftEye[0]).toBeCloseTo(102.3, 2);
    expect(rightEye[1]).toBe(leftEye[1]);
  });
});
