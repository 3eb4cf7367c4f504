import { similarityTransform } from '../align/similarity-transform.js';
import type { FaceLandmarks } from './face-detection.js';
import { USUAL_POINTS } from './landmark-net.js';

/**
 * Limit of `shapeError`. The worst of 83 marked faces of two sets, profiles among them, has 0.32; in stripes, in which a
 * net saw a face, the points are scattered (docs/adr/0026).
 */
const MAX_SHAPE_ERROR = 0.5;

/** Whether five points could be those of a face: a net of points answers for a pattern too, but not with a face. */
export function isFaceShaped(points: FaceLandmarks): boolean {
  return shapeError(points) <= MAX_SHAPE_ERROR;
}

/** How far the points are from those of the usual face, turned and scaled as well as can be: 0 equal, 1 no likeness. */
export function shapeError(points: FaceLandmarks): number {
  const { a, b, c, d, e, f } = similarityTransform(points, USUAL_POINTS);
  const mean = (axis: 0 | 1) => USUAL_POINTS.reduce((sum, point) => sum + point[axis], 0) / USUAL_POINTS.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let residual = 0;
  let spread = 0;
  points.forEach(([x, y], index) => {
    const [usualX, usualY] = USUAL_POINTS[index];
    residual += (a * x + b * y + c - usualX) ** 2 + (d * x + e * y + f - usualY) ** 2;
    spread += (usualX - meanX) ** 2 + (usualY - meanY) ** 2;
  });
  return Math.sqrt(residual / spread);
}
