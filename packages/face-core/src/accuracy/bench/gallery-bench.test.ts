import { describe, expect, it } from 'vitest';
import { runGalleryBench } from './gallery-bench.command.js';
import { SyntheticVectors } from './synthetic-vectors.js';

const FIXED = { date: '2026-11-27', command: 'rollcall face bench …' } as const;

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

describe('synthetic vectors', () => {
  it('have unit length, lie about at right angles, and repeat for the same seed', () => {
    const [one, two] = [new SyntheticVectors('m', 192), new SyntheticVectors('m', 192)];
    const first = one.next().vector;
    expect(cosine(first, first)).toBeCloseTo(1, 5);
    expect(two.next().vector).toEqual(first);
    for (let i = 0; i < 20; i += 1) expect(Math.abs(cosine(first, one.next().vector))).toBeLessThan(0.4);
  });

  it('can be made as alike as is asked for', () => {
    const vectors = new SyntheticVectors('m', 704);
    const person = vectors.next();
    for (const wanted of [0.3, 0.55, 0.9])
      expect(Math.abs(cosine(person.vector, vectors.alike(person, wanted).vector) - wanted)).toBeLessThan(0.12);
  });
});

describe('rollcall face bench --gallery', () => {
  it('times searches in galleries of several slices and finds everybody who is there', async () => {
    const { exitCode, report, text } = await runGalleryBench({ ...FIXED, gallery: [3, 4_500], searches: 10 });
    expect([exitCode, report?.modelId, report?.dimensions]).toEqual([0, 'mobilefacenet-192', 192]);
    expect(
      report?.galleries.map(({ templates, search, known, knownFound }) => [templates, search.n, known, knownFound]),
    ).toEqual([
      [3, 6, 3, 3],
      [4_500, 10, 5, 5],
    ]);
    for (const { search, heldUp, longestHeldUpMs, inOneGo } of report?.galleries ?? []) {
      for (const { bestMs, p50Ms, p95Ms } of [search, heldUp, inOneGo]) {
        expect(bestMs).toBeGreaterThanOrEqual(0);
        expect(p95Ms).toBeGreaterThanOrEqual(p50Ms);
      }
      expect(longestHeldUpMs).toBeGreaterThan(0);
    }
    expect(text).toContain('5 of 5');
  });

  it('imitates the vectors of the pack that is asked for', async () => {
    const { report } = await runGalleryBench({ ...FIXED, gallery: [10], searches: 2, pack: 'fusion' });
    expect([report?.modelId, report?.dimensions]).toEqual(['fusion-192-512', 704]);
  });

  it('says in a sentence what it cannot do', async () => {
    for (const gallery of [[], [0], [1.5], [200_001]])
      expect(await runGalleryBench({ ...FIXED, gallery })).toMatchObject({ exitCode: 2, report: null });
    const unknown = await runGalleryBench({ ...FIXED, gallery: [5], pack: 'none' });
    expect([unknown.exitCode, unknown.text]).toEqual([2, expect.stringContaining('There is no face pack none')]);
  });
});
