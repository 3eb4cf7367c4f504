import { describe, expect, it } from 'vitest';
import { genuineScores } from './genuine-scores.js';
import { ImpostorScores } from './impostor-scores.js';
import { seededRandom } from './seeded-random.js';
import { type BootstrapOptions, subjectBootstrap } from './subject-bootstrap.metric.js';
import { thresholdAtFmr } from './threshold-at-fmr.metric.js';

const PHOTOS = 4;

/** `subjectCount` people with four photos each; `isBad` people never match themselves. */
function sample(subjectCount: number, isBad: (subject: number) => boolean) {
  const subjects = Uint32Array.from({ length: subjectCount * PHOTOS }, (_, i) => Math.floor(i / PHOTOS));
  const [scores, a, b]: number[][] = [[], [], []];
  const random = seededRandom(3);
  const impostors = new ImpostorScores(subjects.length ** 2);
  for (let i = 0; i < subjects.length; i++)
    for (let j = i + 1; j < subjects.length; j++) {
      if (subjects[i] !== subjects[j]) impostors.add(random.nextBelow(1_000) / 2_000, i, j);
      else {
        scores?.push(isBad(subjects[i] ?? 0) ? 0.1 : 0.9);
        a?.push(i);
        b?.push(j);
      }
    }
  const options: BootstrapOptions = {
    subjects,
    subjectCount,
    replicates: 400,
    impostorWeight: (w) =>
      (w.reduce((s, x) => s + x * PHOTOS, 0) ** 2 - w.reduce((s, x) => s + (x * PHOTOS) ** 2, 0)) / 2,
  };
  const genuine = genuineScores(Float64Array.from(scores ?? []), Uint32Array.from(a ?? []), Uint32Array.from(b ?? []));
  return { genuine, impostor: impostors.finish(), options };
}

describe('the subject bootstrap', () => {
  it('is as wide as the number of people asks, not as the number of pairs would allow', () => {
    // 10 of 100 people fail in all their 6 pairs: the standard error is √(0.1·0.9/100) = 0.03.
    const { genuine, impostor, options } = sample(100, (subject) => subject % 10 === 0);
    const [found] = subjectBootstrap(genuine, impostor, [{ targetFmr: 0.01, threshold: 0.6 }], options);
    const width = (found?.fnmr?.high ?? 0) - (found?.fnmr?.low ?? 0);
    expect(width).toBeGreaterThan(0.1);
    expect(width).toBeLessThan(0.14);
    expect(found?.fnmr?.low).toBeLessThan(0.1);
    expect(found?.fnmr?.high).toBeGreaterThan(0.1);
    // No impostor score reaches 0.6.
    expect(found?.fmr).toEqual({ low: 0, high: 0, level: 0.95 });
  });

  it('the interval of the FMR holds the FMR it belongs to and the threshold is found anew each time', () => {
    const { genuine, impostor, options } = sample(60, () => false);
    const threshold = thresholdAtFmr(impostor, 0.01) ?? 0;
    const [found] = subjectBootstrap(genuine, impostor, [{ targetFmr: 0.01, threshold }], options);
    const fmr = impostor.fmr(threshold);
    expect(found?.fmr?.low).toBeLessThan(fmr);
    expect(found?.fmr?.high).toBeGreaterThan(fmr);
    expect(found?.fmr?.low).toBeGreaterThan(fmr / 2);
    expect(found?.threshold?.low).toBeLessThan(found?.threshold?.high ?? 0);
    expect(found?.fnmrAtTarget).toEqual({ low: 0, high: 0, level: 0.95 });
  });

  it('gives the same interval for the same seed and another for another', () => {
    const { genuine, impostor, options } = sample(30, (subject) => subject < 4);
    const run = (seed: number) =>
      subjectBootstrap(genuine, impostor, [{ targetFmr: 0.02, threshold: 0.45 }], { ...options, seed })[0]?.fmr;
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
});
