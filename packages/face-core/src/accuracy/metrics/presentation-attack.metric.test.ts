import { describe, expect, it } from 'vitest';
import { areaUnderCurve, type PresentationDecision, presentationAttackRates } from './presentation-attack.metric.js';

const frame = (attack: string, source: string, score: number | null, isAccepted: boolean): PresentationDecision => ({
  isBonaFide: attack === '',
  attack,
  source,
  score,
  isAccepted,
});

describe('presentation-attack rates', () => {
  const rates = presentationAttackRates([
    frame('', 'ann', 0.9, true),
    frame('', 'ann', 0.4, false),
    frame('', 'bob', 0.2, false),
    frame('print', 'p1', 0.1, false),
    frame('print', 'p1', 0.8, true),
    frame('phone', 's1', null, false),
  ]);

  it('count attacks taken as bona fide, in all and by species', () => {
    expect(rates.apcer).toMatchObject({ count: 1, n: 3 });
    expect(rates.apcerByAttack).toMatchObject({ print: { count: 1, n: 2 }, phone: { count: 0, n: 1 } });
  });

  it('count bona fide frames refused, and people of whom every frame was', () => {
    expect(rates.bpcer).toMatchObject({ count: 2, n: 3 });
    expect(rates.bpcerBySource).toMatchObject({ count: 1, n: 2 });
    expect([rates.bonaFideSources, rates.attackSources]).toEqual([2, 2]);
  });

  it('never come without an interval', () => {
    expect(rates.apcer.interval?.high).toBeGreaterThan(0.9);
  });

  it('the area under the curve is the share of rightly ordered pairs, ties half', () => {
    expect(areaUnderCurve([0.9, 0.5], [0.5, 0.1])).toBe(0.875);
    expect(areaUnderCurve([], [0.1])).toBeNull();
  });
});
