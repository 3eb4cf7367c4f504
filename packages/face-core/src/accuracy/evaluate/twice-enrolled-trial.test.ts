import { expect, it } from 'vitest';
import type { PhotoSet } from '../datasets/photo-set.js';
import { shuffledPhotos } from './enrolment-trial.js';
import { twiceEnrolledTrial } from './twice-enrolled-trial.js';

/** Photos at these angles in the plane. */
const unit = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
const setOf = (angles: readonly number[], subjects = angles.map(() => 0)) => ({
  table: {
    vectors: Float32Array.from(angles.flatMap(unit)),
    dimensions: 2,
    isAcquired: new Uint8Array(angles.length).fill(1),
  },
  photos: {
    names: angles.map((_, i) => `${i}.jpg`),
    root: '',
    subjects: Uint32Array.from(subjects),
    subjectCount: new Set(subjects).size,
  } satisfies PhotoSet,
});
const point = (threshold: number) => ({ id: `at-${threshold}`, threshold });
const trial = (set: ReturnType<typeof setOf>, margin: number, photosPerTemplate = 1) =>
  twiceEnrolledTrial(set.table, set.photos, { photosPerTemplate, margin, points: [point(0.5), point(0.99)] });

it('two templates that are equally alike are ambiguous with any lead, and with none they are not', () => {
  const same = setOf([10, 10, 10, 10]);
  expect(trial(same, 0.001)?.points[0]).toMatchObject({ operatingPointId: 'at-0.5', ambiguous: { count: 2, n: 2 } });
  expect(trial(same, 0)?.points[0]).toMatchObject({ ambiguous: { count: 0, n: 2 } });
});

it('only searches at or above the threshold count, by the better of the two templates', () => {
  // Whichever two of the three are templates, the third photo is 60 or 120 degrees from one of them, or 60 from both.
  const spread = setOf([0, 60, 120]);
  expect(trial(spread, 0.001)?.points.map(({ ambiguous }) => ambiguous.n)).toEqual([1, 0]);
});

it('a template is the mean of its photos', () => {
  const order = [...shuffledPhotos(setOf([0, 0, 0, 0, 0]).photos, new Uint8Array(5).fill(1), 1).values()].flat();
  // In the order of the trial: 0 and 40 make one template, 10 and 30 the other, and 20 is searched.
  const angles = [0, 0, 0, 0, 0];
  for (const [place, photo] of order.entries()) angles[photo] = [0, 40, 10, 30, 20][place];
  expect(trial(setOf(angles), 0.001, 2)?.points[0]).toMatchObject({ ambiguous: { count: 1, n: 1 } });
});

it('people with too few photos are left out', () => {
  const mixed = setOf([0, 0, 0, 0, 0, 50, 50, 50], [0, 0, 0, 0, 0, 1, 1, 1]);
  expect(trial(mixed, 0.001)?.points[0]).toMatchObject({ ambiguous: { count: 4, n: 4 } });
  expect(trial(mixed, 0.001, 2)?.points[0]).toMatchObject({ ambiguous: { count: 1, n: 1 } });
  expect(trial(mixed, 0.001, 3)).toBeNull();
});
