import { describe, expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { FRAME_RULES, framesTrial } from './frames-trial.js';

/** Two people with seven photos and one with one, on the axes of a space. */
const SUBJECTS = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2];
const photos: PhotoSet = {
  names: SUBJECTS.map((_, i) => `${i}.jpg`),
  root: '',
  subjects: Uint32Array.from(SUBJECTS),
  subjectCount: 3,
};
const quality = Float64Array.from(SUBJECTS, () => 0.5);
const isAcquired = Uint8Array.from(SUBJECTS, () => 1);

function tableOf(change: (photo: number) => readonly number[] | null = () => null) {
  const vectors = new Float32Array(SUBJECTS.length * 3);
  SUBJECTS.forEach((subject, photo) => {
    vectors.set(change(photo) ?? [0, 1, 2].map((axis) => (axis === subject ? 1 : 0)), photo * 3);
  });
  return { vectors, dimensions: 3, isAcquired };
}

describe('framesTrial', () => {
  it('takes two claims of three frames from seven photos and compares each with everybody', () => {
    for (const rule of FRAME_RULES) {
      const found = framesTrial(tableOf(), photos, quality, rule);
      expect(found?.genuine.scores).toHaveLength(4);
      expect(found?.impostor.n).toBe(8);
      expect(found?.impostorWeight(Uint32Array.of(1, 1, 1))).toBe(8);
    }
  });

  it('the mean of the similarities is lower than that of the mean vector where frames differ', () => {
    const spread = tableOf((photo) => (photo < 7 ? [Math.cos(photo), 0, Math.sin(photo)] : null));
    const mean = framesTrial(spread, photos, quality, 'mean-of-three-frames');
    const vector = framesTrial(spread, photos, quality, 'mean-direction-of-three-frames');
    expect(mean?.genuine.scores.some((score, i) => Math.abs(score) < Math.abs(vector?.genuine.scores[i] ?? 0))).toBe(
      true,
    );
  });

  it('gives nothing without two people who have enough photos', () => {
    const few = { ...tableOf(), isAcquired: Uint8Array.from(SUBJECTS, (subject) => (subject === 1 ? 0 : 1)) };
    expect(framesTrial(few, photos, quality, 'one-frame')).toBeNull();
  });
});
