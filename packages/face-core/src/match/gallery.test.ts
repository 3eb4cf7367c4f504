import { DomainError } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { Gallery } from './gallery.js';
import {
  assertSafeForGallery,
  expectedFpir,
  galleryPoint,
  isSafeForGallery,
  selectIdentificationPoint,
} from './identification-policy.js';

const MODEL = 'test-model';
const point = { id: 'p', modelId: MODEL, threshold: 0.6, targetFmr: 1e-5 };

/** A small generator with a fixed seed (mulberry32), so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function unit(values: readonly number[]): { modelId: string; vector: Float32Array } {
  const norm = Math.hypot(...values);
  return { modelId: MODEL, vector: Float32Array.from(values, (v) => v / norm) };
}

const atAngle = (degrees: number) => unit([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);

describe('Gallery', () => {
  it('names the subject with the best template, not the first one above the threshold', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(40));
    gallery.add('ben', 'b1', atAngle(5));
    const result = gallery.identify(atAngle(0), { operatingPoint: point, margin: 0.05 });
    expect(result.outcome).toBe('MATCH');
    expect(result.candidates.map((c) => c.subjectId)).toEqual(['ben', 'ana']);
  });

  it('lists a subject once, with the best of its templates', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(30));
    gallery.add('ana', 'a2', atAngle(10));
    gallery.add('ana', 'a3', atAngle(20));
    const [first, ...others] = gallery.rank(atAngle(0));
    expect(first?.templateId).toBe('a2');
    expect(others).toEqual([]);
  });

  it('answers AMBIGUOUS when two subjects are equally alike, even if only one candidate is asked for', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(10));
    gallery.add('ben', 'b1', atAngle(-10));
    const result = gallery.identify(atAngle(0), { operatingPoint: point, margin: 0.05, topK: 1 });
    expect(result.outcome).toBe('AMBIGUOUS');
    expect(result.candidates).toHaveLength(1);
  });

  it('answers MATCH from just the lead of the model on, whatever its size, and AMBIGUOUS below it', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(0));
    gallery.add('ben', 'b1', atAngle(20));
    const lead = 1 - Math.cos((20 * Math.PI) / 180);
    const outcomeAt = (margin: number) => gallery.identify(atAngle(0), { operatingPoint: point, margin }).outcome;
    expect([lead - 1e-4, lead + 1e-4, 0.008].map(outcomeAt)).toEqual(['MATCH', 'AMBIGUOUS', 'MATCH']);
  });

  it('answers NO_MATCH below the threshold and in an empty gallery', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    expect(gallery.identify(atAngle(0), { operatingPoint: point, margin: 0.05 }).outcome).toBe('NO_MATCH');
    gallery.add('ana', 'a1', atAngle(60));
    expect(gallery.identify(atAngle(0), { operatingPoint: point, margin: 0.05 }).outcome).toBe('NO_MATCH');
  });

  it('never matches a probe that is not a number', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(0));
    const broken = { modelId: MODEL, vector: Float32Array.of(Number.NaN, 0) };
    expect(gallery.identify(broken, { operatingPoint: point, margin: 0.05 }).outcome).toBe('NO_MATCH');
  });

  it('refuses vectors and operating points of another model', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    const foreign = { modelId: 'other', vector: Float32Array.of(1, 0) };
    const isMismatch = (error: unknown) => error instanceof DomainError && error.code === 'TEMPLATE_MODEL_MISMATCH';
    for (const act of [
      () => gallery.add('ana', 'a1', foreign),
      () => gallery.rank(foreign),
      () => gallery.add('ana', 'a1', { modelId: MODEL, vector: Float32Array.of(1, 0, 0) }),
      () => gallery.identify(atAngle(0), { operatingPoint: { ...point, modelId: 'other' }, margin: 0.05 }),
    ]) {
      expect(act).toThrowError(expect.toSatisfy(isMismatch));
    }
  });

  it('compares nothing with templates that are left out of a search', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(0));
    gallery.add('ben', 'b1', atAngle(10));
    const isIncluded = (templateId: string) => templateId === 'b1';
    const { outcome, candidates } = gallery.identify(atAngle(0), { operatingPoint: point, margin: 0.05, isIncluded });
    expect([outcome, candidates.map((c) => c.subjectId)]).toEqual(['MATCH', ['ben']]);
  });

  it('forgets removed templates and subjects', () => {
    const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
    gallery.add('ana', 'a1', atAngle(0));
    gallery.add('ben', 'b1', atAngle(50));
    gallery.add('ana', 'a2', atAngle(2));
    expect(gallery.removeSubject('ana')).toBe(2);
    expect(gallery.rank(atAngle(0)).map((c) => c.subjectId)).toEqual(['ben']);
    expect(gallery.remove('a1')).toBe(false);
  });

  it('gives what a plain sort over all templates gives, through random additions and removals', () => {
    const random = generator(7);
    const dimension = 13;
    const gallery = new Gallery({ modelId: MODEL, dimension });
    const kept = new Map<string, { subjectId: string; vector: Float32Array }>();
    const vector = () => unit(Array.from({ length: dimension }, () => random() - 0.5));
    for (let step = 0; step < 2000; step += 1) {
      const templateId = `t${Math.floor(random() * 400)}`;
      if (random() < 0.3) {
        gallery.remove(templateId);
        kept.delete(templateId);
      } else {
        const subjectId = `s${Math.floor(random() * 60)}`;
        const embedding = vector();
        gallery.add(subjectId, templateId, embedding);
        kept.set(templateId, { subjectId, vector: embedding.vector });
      }
    }
    for (let trial = 0; trial < 50; trial += 1) {
      const probe = vector();
      const best = new Map<string, number>();
      for (const { subjectId, vector: row } of kept.values()) {
        const similarity = row.reduce((sum, value, i) => sum + value * (probe.vector[i] as number), 0);
        best.set(subjectId, Math.max(best.get(subjectId) ?? -2, similarity));
      }
      const expected = [...best].sort((a, b) => b[1] - a[1]).slice(0, 5);
      const ranked = gallery.rank(probe, 5);
      expect(ranked.map((c) => c.subjectId)).toEqual(expected.map(([id]) => id));
      ranked.forEach((candidate, i) => {
        expect(candidate.similarity).toBeCloseTo(expected[i]?.[1] as number, 5);
      });
    }
  });
});

describe('a search in slices', () => {
  it('gives what one scan gives, and lets other work in between', async () => {
    const random = generator(11);
    const gallery = new Gallery({ modelId: MODEL, dimension: 8 });
    const vector = () => unit(Array.from({ length: 8 }, () => random() - 0.5));
    for (let i = 0; i < 500; i += 1) gallery.add(`s${i % 120}`, `t${i}`, vector());
    const isIncluded = (templateId: string) => !templateId.endsWith('3');
    let turns = 0;
    for (let trial = 0; trial < 30; trial += 1) {
      const [probe, options] = [vector(), { operatingPoint: point, margin: 0.05, isIncluded, topK: 1 + (trial % 6) }];
      const inSlices = gallery.identifyInSlices(probe, options, 1 + Math.floor(random() * 60));
      let isDone = false;
      const count = (): void => {
        turns += 1;
        if (!isDone) setImmediate(count);
      };
      setImmediate(count);
      expect(await inSlices).toEqual(gallery.identify(probe, options));
      isDone = true;
    }
    // 500 templates make at least nine slices.
    expect(turns).toBeGreaterThanOrEqual(30 * 8);
  });

  it('compares the last template too, whether the slices come out even or not', async () => {
    for (const sliceSize of [1, 2, 3, 4, 5]) {
      const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
      for (const [i, degrees] of [80, 70, 60, 0].entries()) gallery.add(`s${i}`, `t${i}`, atAngle(degrees));
      const { outcome, candidates } = await gallery.identifyInSlices(
        atAngle(0),
        { operatingPoint: point, margin: 0.05 },
        sliceSize,
      );
      expect([outcome, candidates[0]?.subjectId]).toEqual(['MATCH', 's3']);
    }
  });

  it('gives no answer if a template comes, goes or all are cleared in the middle of it', async () => {
    const changes: ((gallery: Gallery) => void)[] = [
      (gallery) => gallery.remove('t0'),
      (gallery) => gallery.removeSubject('s1'),
      (gallery) => gallery.add('new', 'new', atAngle(0)),
      (gallery) => gallery.add('s2', 't2', atAngle(90)),
      (gallery) => gallery.clear(),
    ];
    for (const change of changes) {
      const gallery = new Gallery({ modelId: MODEL, dimension: 2 });
      for (let i = 0; i < 6; i += 1) gallery.add(`s${i}`, `t${i}`, atAngle(10 * i));
      const search = gallery.identifyInSlices(atAngle(0), { operatingPoint: point, margin: 0.05 }, 2);
      change(gallery);
      await expect(search).rejects.toThrow('changed in the middle');
      if (gallery.size > 0)
        await expect(
          gallery.identifyInSlices(atAngle(0), { operatingPoint: point, margin: 0.05 }, 2),
        ).resolves.toBeDefined();
    }
  });
});

describe('1:N settings', () => {
  const points = [
    { ...point, id: 'loose', targetFmr: 1e-4 },
    { ...point, id: 'mid', targetFmr: 1e-5 },
    { ...point, id: 'strict', targetFmr: 1e-6 },
  ];

  it('takes the least strict operating point that is safe for the number of templates', () => {
    expect(selectIdentificationPoint(points, 50)?.id).toBe('loose');
    expect(selectIdentificationPoint(points, 1_000)?.id).toBe('mid');
    expect(selectIdentificationPoint(points, 10_000)?.id).toBe('strict');
  });

  it.each([
    [0, 'loose'],
    [100, 'loose'],
    [101, 'mid'],
    [1_000, 'mid'],
    [1_001, 'strict'],
    [10_000, 'strict'],
  ])('for %i templates it is the point %s, and nobody is held back', (templateCount, id) => {
    expect(galleryPoint(points, templateCount)).toEqual({ point: expect.objectContaining({ id }), isSafe: true });
  });

  it('takes the higher threshold of two points with one rate', () => {
    const [low, high] = [points[0], { ...point, id: 'high', threshold: 0.7, targetFmr: 1e-4 }] as const;
    expect(selectIdentificationPoint([low, high], 50)?.id).toBe('high');
    expect(selectIdentificationPoint([high, low], 50)?.id).toBe('high');
  });

  it('has no point for a gallery beyond the limit, so 1:N may only propose, at the strictest', () => {
    expect(selectIdentificationPoint(points, 10_001)).toBeNull();
    expect(galleryPoint(points, 10_001)).toEqual({ point: points[2], isSafe: false });
  });

  it('refuses a setting that would let more than 1 % of strangers in', () => {
    expect(isSafeForGallery(1_000, 1e-4)).toBe(false);
    expect(() => assertSafeForGallery(1_000, points[0] as (typeof points)[number])).toThrow(DomainError);
    expect(() => assertSafeForGallery(1_000, points[1] as (typeof points)[number])).not.toThrow();
  });

  it('computes the expected share of strangers let in: 9.5 % at 1,000 people and FMR 1e-4', () => {
    expect(expectedFpir(1_000, 1e-4)).toBeCloseTo(0.0952, 4);
  });
});
