/** Natural logarithm of the gamma function for x > 0: Stirling's series above 10, recurrence below; error < 1e-12. */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) {
    shift += Math.log(z);
    z += 1;
  }
  const inverse = 1 / z;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * Regularised incomplete beta function I_x(a, b) for a, b > 0 and x in 0–1, by its continued fraction (Abramowitz and
 * Stegun 26.5.8) evaluated with Lentz's method.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only left of the mean; the other side follows by symmetry.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const TINY = 1e-300;

function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / guard(1 + term * d);
      c = guard(1 + term / c);
      step = c * d;
      result *= step;
    }
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return result;
}

/** Standard normal distribution function: a series near 0, a continued fraction in the tails; relative error < 1e-12. */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const upper = z < 3 ? 0.5 - density * oddSeries(z) : density * millsFraction(z);
  return x < 0 ? upper : 1 - upper;
}

/** z + z³/3 + z⁵/15 + … (Abramowitz and Stegun 26.2.11). */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * sum && k < 400; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))) (Abramowitz and Stegun 26.2.14). */
function millsFraction(z: number): number {
  let value = z;
  for (let k = 120; k >= 1; k--) value = z + k / value;
  return 1 / value;
}

/** Inverse of `normalCdf` for p in (0, 1), by bisection to 1e-12; used for the axes of a DET plot (ISO/IEC 19795-1). */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  // By symmetry only the lower half is searched, where the distribution function keeps its relative precision.
  if (p > 0.5) return -normalQuantile(1 - p);
  return bisect((x) => normalCdf(x) < p, -38, 0);
}

/** The point between `low` and `high` where `isBelow` turns from true to false. */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let [left, right] = [low, high];
  for (let i = 0; i < 200 && right - left > 1e-13 * Math.max(1, Math.abs(left)); i++) {
    const middle = (left + right) / 2;
    if (isBelow(middle)) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}
