import type { Point } from '../detect/face-detection.js';
import type { Affine } from '../image/sample-affine.js';

/**
 * The rotation, scale and shift (no mirroring) that brings `from` closest to `to` in the least-squares sense: Umeyama,
 * "Least-squares estimation of transformation parameters between two point patterns", 1991, in its closed form for two
 * dimensions.
 *
 * @throws RangeError if the points of `from` all lie on one spot or a coordinate is not finite
 */
export function similarityTransform(from: readonly Point[], to: readonly Point[]): Affine {
  const fromMean = mean(from);
  const toMean = mean(to);
  let spread = 0;
  let along = 0;
  let across = 0;
  from.forEach(([x, y], index) => {
    const fx = x - fromMean[0];
    const fy = y - fromMean[1];
    const tx = to[index][0] - toMean[0];
    const ty = to[index][1] - toMean[1];
    spread += fx * fx + fy * fy;
    along += fx * tx + fy * ty;
    across += fx * ty - fy * tx;
  });
  const cosine = along / spread;
  const sine = across / spread;
  if (!Number.isFinite(cosine + sine)) throw new RangeError('The points do not span a shape.');
  return {
    a: cosine,
    b: -sine,
    c: toMean[0] - cosine * fromMean[0] + sine * fromMean[1],
    d: sine,
    e: cosine,
    f: toMean[1] - sine * fromMean[0] - cosine * fromMean[1],
  };
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
