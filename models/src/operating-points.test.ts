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
  expect(parseWith({ version: 2 })).toThrow('should have the id');
  expect(parseWith({ impostorPairs: undefined })).toThrow('claims more');
  expect(parseWith({ source: '' })).toThrow('does not say where it comes from');
  expect(() => parseOperatingPoints({ operatingPoints: [POINT, POINT] })).toThrow('two operating points for');
  expect(() => parseOperatingPoints({})).toThrow('must be a list');
});

test('a false match rate below three in the number of pairs is never claimed', () => {
  expect(parseWith({ targetFmr: 1e-6, impostorPairs: 2_999_999 })).toThrow('claims more than its number of pairs');
  expect(parseWith({ targetFmr: 1e-6, impostorPairs: 3_000_000 })).not.toThrow();
});
