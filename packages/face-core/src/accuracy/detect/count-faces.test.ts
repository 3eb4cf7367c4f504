import { describe, expect, it } from 'vitest';
import type { FaceDetection } from '../../detect/face-detection.js';
import type { LabelledPhoto } from '../datasets/face-labels.dataset.js';
import { countFaces } from './count-faces.js';

const face = (x: number, y: number, size = 40): FaceDetection => ({
  box: { x, y, width: size, height: size },
  landmarks: [
    [x + size * 0.3, y + size * 0.4],
    [x + size * 0.7, y + size * 0.4],
    [x + size * 0.5, y + size * 0.6],
    [x + size * 0.3, y + size * 0.8],
    [x + size * 0.7, y + size * 0.8],
  ],
  score: 1,
});

const labels = (given: Partial<LabelledPhoto>): LabelledPhoto => ({
  name: 'photo',
  faces: (given.boxes ?? []).length + (given.noses ?? []).length,
  boxes: [],
  ignored: [],
  noses: [],
  ...given,
});

const box = { x: 100, y: 100, width: 40, height: 40 };

describe('countFaces', () => {
  it('counts a marked box once, however many findings lie in it', () => {
    const both = [face(102, 98), face(98, 102)];
    expect(countFaces(labels({ boxes: [box] }), both)).toEqual({ faces: 1, found: 1, unmarked: 1 });
  });

  it('takes no face of quite another size for the marked one', () => {
    expect(countFaces(labels({ boxes: [box] }), [face(60, 46, 120)])).toEqual({ faces: 1, found: 0, unmarked: 1 });
  });

  it('counts neither a finding nor a miss where the mark is to be ignored', () => {
    expect(countFaces(labels({ ignored: [box] }), [face(100, 100)])).toEqual({ faces: 0, found: 0, unmarked: 0 });
    expect(countFaces(labels({ ignored: [box] }), [])).toEqual({ faces: 0, found: 0, unmarked: 0 });
  });

  it('finds a marked nose in the box around it', () => {
    const noses = [
      [120, 120],
      [300, 300],
    ] as const;
    expect(countFaces(labels({ noses }), [face(100, 100)])).toEqual({ faces: 2, found: 1, unmarked: 0 });
  });

  it('knows only too few and too many where a number is all there is', () => {
    expect(countFaces(labels({ faces: 2 }), [face(0, 0)])).toEqual({ faces: 2, found: 1, unmarked: 0 });
    expect(countFaces(labels({ faces: 0 }), [face(0, 0)])).toEqual({ faces: 0, found: 0, unmarked: 1 });
  });
});
