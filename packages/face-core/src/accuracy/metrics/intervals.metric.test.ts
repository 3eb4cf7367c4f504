import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, countedRate, percentileInterval, wilsonInterval } from './intervals.metric.js';

describe('intervals of counts', () => {
  it('with no error the exact upper bound has its closed form and is near 3/n one-sided', () => {
    const { low, high } = clopperPearsonInterval(0, 36);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1 - 0.025 ** (1 / 36), 10);
    expect(clopperPearsonInterval(0, 1_000, 0.9).high).toBeCloseTo(3 / 1_000, 4);
  });

  it('the exact interval of 5 in 20 is the tabulated one', () => {
    const { low, high } = clopperPearsonInterval(5, 20);
    expect(low).toBeCloseTo(0.08657, 5);
    expect(high).toBeCloseTo(0.49105, 5);
  });

  it('swapping hits and misses mirrors both intervals', () => {
    for (const interval of [clopperPearsonInterval, wilsonInterval]) {
      expect(interval(3, 40).low).toBeCloseTo(1 - interval(37, 40).high, 10);
      expect(interval(3, 40).high).toBeCloseTo(1 - interval(37, 40).low, 10);
    }
  });

  it('the bounds of Wilson solve |p̂ − p| = z √(p(1−p)/n)', () => {
    const { low, high } = wilsonInterval(7, 50);
    for (const p of [low, high])
      expect(Math.abs(0.14 - p)).toBeCloseTo(1.959963984540054 * Math.sqrt((p * (1 - p)) / 50), 10);
    expect(wilsonInterval(0, 10).low).toBe(0);
    expect(wilsonInterval(10, 10).high).toBe(1);
  });

  it('a rate of nothing tried is no rate', () => {
    expect(countedRate(0, 0)).toEqual({ count: 0, n: 0, rate: null, interval: null });
  });

  it('the percentile interval cuts equal shares off both ends', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    const { low, high } = percentileInterval(values, 0.9) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(5, 12);
    expect(high).toBeCloseTo(95, 12);
    expect(percentileInterval([1, Number.NaN])).toBeNull();
    expect(percentileInterval([])).toBeNull();
  });
});
