import { describe, expect, it } from 'vitest';
import { identification } from './identification.metric.js';

const stranger = (bestScore: number, lead = 1) => ({ bestScore, lead, isMated: false, isMateFirst: false });
const known = (bestScore: number, isMateFirst: boolean, lead = 1) => ({ bestScore, lead, isMated: true, isMateFirst });
const at = (threshold: number) => ({ id: `at-${threshold}`, threshold });

describe('open-set identification', () => {
  const searches = [
    ...Array.from({ length: 100 }, (_, i) => stranger(i / 200)),
    known(0.9, true),
    known(0.48, true),
    known(0.9, false),
    known(Number.NEGATIVE_INFINITY, true),
  ];
  const found = identification(searches, { gallerySize: 50, margin: 0.1 }, { fpir: [0.05, 0.01], points: [at(0.4)] });

  it('the threshold at an FPIR lets just that share of strangers in', () => {
    const [point] = found.points;
    expect(point?.fpir).toMatchObject({ count: 5, n: 100 });
    expect(point?.threshold).toBeGreaterThan(94 / 200);
  });

  it('a mate below the threshold, behind another, or missed is an error, and somebody else who is named is counted', () => {
    expect(found.points[0]?.fnir).toMatchObject({ count: 2, n: 4 });
    expect(found.points[0]?.misnamed).toMatchObject({ count: 1, n: 4 });
    expect(found.rankOne).toMatchObject({ count: 2, n: 4 });
  });

  it('an FPIR below 3/n gets no point, a given threshold does', () => {
    expect(found.points).toHaveLength(2);
    expect(found.points[1]).toMatchObject({ threshold: 0.4, operatingPointId: 'at-0.4', fpir: { count: 20 } });
  });
});

describe('the lead of open-set identification', () => {
  const searches = [
    ...[known(0.9, true, 0.05), known(0.8, true, 0.1), known(0.7, true, 0.02), known(0.9, false, 0.01)],
    ...[stranger(0.9, 0.04), stranger(0.8, 0.3), stranger(0.2, 0.01), stranger(Number.NEGATIVE_INFINITY, 0)],
  ];
  const pointWith = (margin: number) =>
    identification(searches, { gallerySize: 9, margin }, { fpir: [], points: [at(0.75)] }).points[0];

  it('names nobody without it: not the right person, not somebody else, not a stranger', () => {
    expect(pointWith(0.1)).toMatchObject({
      fpir: { count: 1, n: 4 },
      fnir: { count: 3, n: 4 },
      misnamed: { count: 0, n: 4 },
      ambiguousStrangers: { count: 1, n: 4 },
      ambiguousMated: { count: 2, n: 4 },
      rightButAmbiguous: { count: 1, n: 2 },
    });
  });

  it('that is 0 holds nobody back', () => {
    expect(pointWith(0)).toMatchObject({
      fpir: { count: 2 },
      fnir: { count: 2 },
      misnamed: { count: 1 },
      ambiguousStrangers: { count: 0 },
      ambiguousMated: { count: 0 },
      rightButAmbiguous: { count: 0, n: 2 },
    });
  });

  it('is part of the threshold at an FPIR: strangers who are ambiguous let nobody in', () => {
    const many = [...Array.from({ length: 30 }, (_, i) => stranger(0.5 + i / 100, i < 20 ? 1 : 0)), known(0.9, true)];
    const thresholdWith = (margin: number) =>
      identification(many, { gallerySize: 9, margin }, { fpir: [0.1], points: [] }).points[0];
    expect(thresholdWith(0.1)).toMatchObject({ fpir: { count: 3 }, ambiguousStrangers: { count: 10 } });
    expect(thresholdWith(0.1)?.threshold).toBeCloseTo(0.66, 6);
    expect(thresholdWith(0)?.threshold).toBeCloseTo(0.76, 6);
  });
});
