import { describe, expect, it } from 'vitest';
import { identification } from './identification.metric.js';

const stranger = (bestScore: number) => ({ bestScore, isMated: false, isMateFirst: false });
const known = (bestScore: number, isMateFirst: boolean) => ({ bestScore, isMated: true, isMateFirst });

describe('open-set identification', () => {
  const searches = [
    ...Array.from({ length: 100 }, (_, i) => stranger(i / 200)),
    known(0.9, true),
    known(0.48, true),
    known(0.9, false),
    known(Number.NEGATIVE_INFINITY, true),
  ];
  const found = identification(searches, 50, { fpir: [0.05, 0.01], thresholds: [0.4] });

  it('the threshold at an FPIR lets just that share of strangers in', () => {
    const [point] = found.points;
    expect(point?.fpir).toMatchObject({ count: 5, n: 100 });
    expect(point?.threshold).toBeGreaterThan(94 / 200);
  });

  it('a mate below the threshold, behind another, or missed is an error', () => {
    expect(found.points[0]?.fnir).toMatchObject({ count: 2, n: 4 });
    expect(found.rankOne).toMatchObject({ count: 2, n: 4 });
  });

  it('an FPIR below 3/n gets no point, a given threshold does', () => {
    expect(found.points).toHaveLength(2);
    expect(found.points[1]).toMatchObject({ threshold: 0.4, fpir: { count: 20 } });
  });
});
