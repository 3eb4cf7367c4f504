import { describe, expect, it } from 'vitest';
import { incompleteBeta, lnGamma, normalCdf, normalQuantile } from './special-functions.js';

describe('special functions', () => {
  it('the gamma function is the factorial at whole numbers and √π at a half', () => {
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(1)).toBeCloseTo(0, 12);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });

  it('the incomplete beta function agrees with its closed forms', () => {
    // I_x(1, b) = 1 − (1 − x)^b, I_x(a, 1) = x^a, I_x(1/2, 1/2) = 2/π · asin √x.
    expect(incompleteBeta(0.3, 1, 7)).toBeCloseTo(1 - 0.7 ** 7, 13);
    expect(incompleteBeta(0.9, 5, 1)).toBeCloseTo(0.9 ** 5, 13);
    expect(incompleteBeta(0.37, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.37)), 13);
  });

  it('the incomplete beta function is a binomial tail, also for millions of trials', () => {
    // P(X ≥ 1) of 3.7 million trials at 1e-6.
    expect(incompleteBeta(1e-6, 1, 3_700_000)).toBeCloseTo(1 - Math.exp(3_700_000 * Math.log1p(-1e-6)), 10);
    expect(incompleteBeta(0.5, 3, 3)).toBeCloseTo(0.5, 13);
  });

  it('the normal distribution has its known values on both sides of the switch between methods', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 13);
    expect(normalCdf(-2.999999)).toBeCloseTo(normalCdf(-3.000001), 7);
    expect(normalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 10);
  });

  it('the normal quantile undoes the distribution function', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 10);
    for (const p of [1e-7, 1e-3, 0.2, 0.999]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 8);
  });
});
