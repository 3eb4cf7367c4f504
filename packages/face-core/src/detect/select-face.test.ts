import { describe, expect, it } from 'vitest';
import type { FaceDetection, Point } from './face-detection.js';
import { selectFace } from './select-face.js';

const point: Point = [0, 0];
const face = (height: number): FaceDetection => ({
  box: { x: 0, y: 0, width: height * 0.8, height },
  landmarks: [point, point, point, point, point],
  score: 1,
});

describe('selectFace', () => {
  it('says so when there is no face', () => {
    expect(selectFace([])).toEqual({ outcome: 'NO_FACE', face: null, faces: 0 });
  });

  it('takes the largest face, wherever it stands in the list', () => {
    expect(selectFace([face(40), face(200), face(99)])).toMatchObject({
      outcome: 'SINGLE_FACE',
      face: face(200),
      faces: 1,
    });
  });

  it('does not choose between two faces when the second is at least half as high', () => {
    expect(selectFace([face(200), face(100)])).toMatchObject({ outcome: 'MULTIPLE_FACES', faces: 2 });
    expect(selectFace([face(100), face(120), face(90), face(10)])).toMatchObject({
      outcome: 'MULTIPLE_FACES',
      faces: 3,
    });
  });
});
