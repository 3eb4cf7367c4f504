import { describe, expect, it } from 'vitest';
import { ARCFACE_112 } from '../align/chip-templates.js';
import type { FaceLandmarks, Point } from './face-detection.js';
import { isFaceShaped, shapeError } from './face-shape.js';

const map = (change: (point: Point) => Point) => ARCFACE_112.points.map(change) as unknown as FaceLandmarks;

describe('the shape of a face', () => {
  it('is the same however the face is turned, scaled and moved', () => {
    const upright = shapeError(ARCFACE_112.points);
    expect(upright).toBeLessThan(0.2);
    expect(shapeError(map(([x, y]) => [300 - 3 * y, 20 + 3 * x]))).toBeCloseTo(upright, 6);
  });

  it('is not that of a face with the mouth above the eyes, nor of scattered points', () => {
    expect(isFaceShaped(ARCFACE_112.points)).toBe(true);
    expect(isFaceShaped(map(([x, y]) => [x, -y]))).toBe(false);
    const scattered: FaceLandmarks = [
      [156, 139],
      [161, 126],
      [159, 119],
      [177, 98],
      [161, 90],
    ];
    expect(isFaceShaped(scattered)).toBe(false);
  });
});
