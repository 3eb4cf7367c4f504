import { expect, test } from 'vitest';
import { CONVERTERS } from './convert/converters.js';
import { loadManifest, type ManifestEntry, parseManifest } from './manifest.js';

const [FIRST] = loadManifest().models;

function parseWith(change: Partial<Record<keyof ManifestEntry, unknown>>) {
  return () => parseManifest({ models: [{ ...FIRST, ...change }] });
}

test('the shipped manifest is complete and has every model the pipeline names', () => {
  expect(loadManifest().models.map(({ id }) => id)).toEqual([
    'mtcnn-pnet',
    'mtcnn-rnet',
    'mtcnn-onet',
    'mobilefacenet-192',
    'faceapi-128',
    'faceplugin-512',
    'pad-faceplugin',
    'pose-faceplugin',
    'eye-faceplugin',
    'landmark68-faceplugin',
    'detect-faceplugin',
    'ssd-mobilenet-v1',
    'tiny-face-detector',
    'landmark68-faceapi',
  ]);
});

test('every entry names a converter that exists, an exact version and a mean and scale for each channel', () => {
  for (const { id, converter, source, input, outputs, dim } of loadManifest().models) {
    expect(CONVERTERS, id).toHaveProperty(converter);
    expect(source.version, id).toMatch(/^\d+\.\d+\.\d+$/);
    expect(input.normalisation.mean, id).toHaveLength(Number(input.shape[1]));
    expect(input.normalisation.scale, id).toHaveLength(Number(input.shape[1]));
    if (dim !== null) expect(outputs[0]?.shape[1], id).toBe(dim);
  }
});

test('a copied model has the hash of its source', () => {
  const copied = loadManifest().models.filter(({ converter }) => converter === 'copy');
  expect(copied.length).toBeGreaterThan(0);
  for (const { built, source } of copied) expect(built.sha256).toBe(source.files[0]?.sha256);
});

test('a missing field, a short hash, a path as an id and a repeated id are refused with one sentence', () => {
  expect(parseWith({ licence: undefined })).toThrow('In the model mtcnn-pnet, "licence" is missing.');
  expect(parseWith({ built: { sha256: 'ab', sizeBytes: 1 } })).toThrow('64 hexadecimal digits');
  expect(parseWith({ id: '../mtcnn' })).toThrow('may only have small letters');
  expect(parseWith({ outputs: [] })).toThrow('"outputs" must be a list');
  expect(() => parseManifest({ models: [FIRST, FIRST] })).toThrow('the model mtcnn-pnet twice');
  expect(() => parseManifest(null)).toThrow('"models" is missing');
});
