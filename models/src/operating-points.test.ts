import { expect, test } from 'vitest';
import { loadManifest } from './manifest.js';
import { OPERATING_POINT_KINDS, operatingPoints, parseOperatingPoints } from './operating-points.js';

const [POINT] = operatingPoints;

function parseWith(change: object) {
  return () => parseOperatingPoints({ operatingPoints: [{ ...POINT, ...change }] });
}

function point(modelId: string, kind: string) {
  const found = operatingPoints.find((candidate) => candidate.modelId === modelId && candidate.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind} for ${modelId}.`);
  return found;
}

test('every pack has a point of each kind, for a model that makes embeddings', () => {
  for (const modelId of ['mobilefacenet-192', 'faceapi-128']) {
    for (const kind of OPERATING_POINT_KINDS) expect(point(modelId, kind).kind).toBe(kind);
    expect(loadManifest().models.find(({ id }) => id === modelId)?.dim).toEqual(expect.any(Number));
  }
});

test('searching among many asks for more similarity than comparing with one', () => {
  for (const modelId of ['mobilefacenet-192', 'faceapi-128']) {
    expect(point(modelId, 'IDENTIFY').threshold).toBeGreaterThan(point(modelId, 'VERIFY').threshold);
    expect(point(modelId, 'IDENTIFY').targetFmr).toBeLessThan(point(modelId, 'VERIFY').targetFmr);
  }
});

test('an incomplete, impossible or repeated point is refused with one sentence', () => {
  expect(parseWith({ threshold: undefined })).toThrow('needs a threshold between -1 and 1');
  expect(parseWith({ threshold: 0.6 + 1 })).toThrow('needs a threshold');
  expect(parseWith({ targetFmr: 0 })).toThrow('needs a target');
  expect(parseWith({ kind: 'GUESS' })).toThrow('has an unknown kind');
  expect(parseWith({ version: 99 })).toThrow('should have the id');
  expect(parseWith({ impostorPairs: undefined })).toThrow('claims more');
  expect(parseWith({ source: '' })).toThrow('does not say where it comes from');
  expect(() => parseOperatingPoints({ operatingPoints: [POINT, POINT] })).toThrow('two operating points for');
  expect(() => parseOperatingPoints({})).toThrow('must be a list');
});

test('the points for faces are measured, with counts, intervals and a date', () => {
  for (const modelId of ['mobilefacenet-192', 'faceapi-128']) {
    for (const kind of ['VERIFY', 'IDENTIFY', 'DUPLICATE'] as const) {
      expect(point(modelId, kind).isProvisional).toBe(false);
      expect(point(modelId, kind).measurement?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(point(modelId, 'COMPARE_DOCUMENT')).toMatchObject({ isProvisional: true, measurement: null });
  }
});

test('a measurement that contradicts its counts, its interval or its target is refused', () => {
  const measured = POINT?.measurement;
  const withMeasured = (change: object) => parseWith({ measurement: { ...measured, ...change } });
  expect(withMeasured({})).not.toThrow();
  expect(parseWith({ measurement: null })).toThrow('is not provisional and has no measurement');
  expect(withMeasured({ impostorPairs: 10 })).toThrow('another number of pairs');
  expect(withMeasured({ falseMatches: 2 })).toThrow('fewer than three false matches');
  expect(withMeasured({ fmr: 1e-5 })).toThrow('its counts do not give');
  expect(withMeasured({ falseMatches: 3_000, fmr: 3_000 / (measured?.impostorPairs ?? 1) })).toThrow(
    'more through than it aims at',
  );
  expect(withMeasured({ fnmrInterval: [0.9, 1] })).toThrow('outside of its interval');
  expect(withMeasured({ isExtrapolated: true })).toThrow('extrapolated');
});

test('a false match rate below three in the number of pairs is never claimed', () => {
  const unmeasured = { isProvisional: true, measurement: null, targetFmr: 1e-6 };
  expect(parseWith({ ...unmeasured, impostorPairs: 2_999_999 })).toThrow('claims more than its number of pairs');
  expect(parseWith({ ...unmeasured, impostorPairs: 3_000_000 })).not.toThrow();
});
