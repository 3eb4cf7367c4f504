import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { OPERATING_POINT_KINDS } from '@rollcall/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { OnnxGraph } from '../../../models/src/onnx/onnx-graph.js';
import { readOwnPacks } from '../src/embed/own-packs.js';
import { FaceEngine } from '../src/engine/face-engine.js';
import { verify } from '../src/match/verify.js';
import { fetchOwnModel } from '../src/models/own-model-file.js';
import { singleFace } from './sample-photos.js';

const SIDE = 160;
const DIMENSIONS = 512;
const OFF = { pad: 'OFF' } as const;

/**
 * A net of the shape of FaceNet, pixels [N,160,160,3] → 512 numbers, and of no use: the means of 64 tiles, times fixed
 * weights. `isBroken` makes every number NaN.
 */
function standIn(isBroken = false): Uint8Array {
  const graph = new OnnxGraph('stand-in');
  const pixels = graph.node('Transpose', [graph.input('image', ['N', SIDE, SIDE, 3])], {
    perm: { ints: [0, 3, 1, 2] },
  });
  const tiles = graph.node('AveragePool', [pixels], { kernel_shape: { ints: [20, 20] }, strides: { ints: [20, 20] } });
  const flat = graph.node('Flatten', [tiles], { axis: { int: 1 } });
  const weights = Float32Array.from({ length: 192 * DIMENSIONS }, (_, i) => Math.sin(i * 12.9898) * 0.1);
  const vector = graph.node('Gemm', [flat, graph.floats([192, DIMENSIONS], weights)]);
  const zero = graph.floats([], Float32Array.of(0));
  const broken = (value: string) => graph.node('Div', [graph.node('Mul', [value, zero]), zero]);
  graph.output('embedding', isBroken ? broken(vector) : vector, ['N', DIMENSIONS]);
  return graph.finish();
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const points = OPERATING_POINT_KINDS.map((kind) => ({
  kind,
  threshold: kind === 'VERIFY' ? 0.6 : 0.7,
  targetFmr: kind === 'VERIFY' ? 1e-3 : 1e-4,
  impostorPairs: 30_000,
  source: 'a guess',
}));
const [verifyPoint, identifyPoint, ...otherPoints] = points;
const withIdentify = (change: object) => ({
  operatingPoints: [verifyPoint, { ...identifyPoint, ...change }, ...otherPoints],
});

/** A folder with one model and its `models.json`; `change` alters the entry. */
async function folderWith(model: Uint8Array, change: object = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-own-models-'));
  await writeFile(path.join(folder, 'net.onnx'), model);
  const input = { sizePx: SIDE, layout: 'NHWC', mean: [127.5, 127.5, 127.5], scale: [1 / 128, 1 / 128, 1 / 128] };
  const entry = {
    ...{ id: 'facenet-512', file: 'net.onnx', sha256: sha256(model), dimensions: DIMENSIONS, input },
    ...{ template: 'facenet', operatingPoints: points },
    ...change,
  };
  const file = path.join(folder, 'models.json');
  await writeFile(file, JSON.stringify({ packs: [entry] }));
  return file;
}

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof DomainError) return `${error.code}: ${error.internal}`;
  return String(error);
}

describe('a model of one’s own', () => {
  let photo: Buffer;

  beforeAll(async () => {
    photo = await singleFace().jpeg({ quality: 92 }).toBuffer();
  });

  it('of the shape of FaceNet makes embeddings that are compared at the points given with it', async () => {
    const models = await folderWith(standIn());
    const engine = await FaceEngine.create({ pack: 'facenet-512', models, workers: 1 });
    try {
      const capture = await engine.capture(photo, OFF);
      if (capture.outcome !== 'CAPTURED') throw new Error(`ended as ${capture.outcome}`);
      expect(engine.modelId).toMatch(/^facenet-512-[0-9a-f]{8}$/);
      expect(capture.embedding.modelId).toBe(engine.modelId);
      expect(capture.embedding.vector).toHaveLength(DIMENSIONS);
      const point = engine.operatingPoint('VERIFY');
      expect(point).toMatchObject({ threshold: 0.6, isProvisional: true, measurement: null });
      expect(verify(capture.embedding, [capture.embedding], point)).toMatchObject({ outcome: 'MATCH' });
    } finally {
      await engine.close();
    }
  });

  it('that gives NaN is MODEL_INTEGRITY when it starts, not a face that matches nobody', async () => {
    const models = await folderWith(standIn(true));
    expect(await failure(FaceEngine.create({ pack: 'facenet-512', models, workers: 1 }))).toMatch(
      /^MODEL_INTEGRITY: facenet-512-\w+ gave a vector without a length/,
    );
  });

  it('is refused if its file was changed, is absent or is no model', async () => {
    const create = (models: string) => failure(FaceEngine.create({ pack: 'facenet-512', models, workers: 1 }));
    const changed = await folderWith(standIn());
    const file = path.join(path.dirname(changed), 'net.onnx');
    const bytes = await readFile(file);
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(file, bytes);
    expect(await create(changed)).toMatch(/^MODEL_INTEGRITY: .* has another SHA-256 than its entry/);
    expect(await create(await folderWith(standIn(), { file: 'none.onnx' }))).toMatch(
      /^MODEL_INTEGRITY: .* cannot be read/,
    );
    expect(await create(await folderWith(Buffer.from('not a model')))).toMatch(/^MODEL_INTEGRITY: .* is no ONNX model/);
  });

  it('is refused if it gives another number of values than its entry says', async () => {
    const models = await folderWith(standIn(), { dimensions: 128 });
    expect(await failure(FaceEngine.create({ pack: 'facenet-512', models, workers: 1 }))).toMatch(
      /^MODEL_INTEGRITY: facenet-512-\w+ gave 512 values, not 128$/,
    );
  });

  it('is refused with the shape it was given if its net takes another', async () => {
    const input = { sizePx: SIDE, layout: 'NCHW', mean: [0, 0, 0], scale: [1, 1, 1] };
    const models = await folderWith(standIn(), { input });
    expect(await failure(FaceEngine.create({ pack: 'facenet-512', models, workers: 1 }))).toMatch(
      /^MODEL_INTEGRITY: facenet-512-\w+ does not take the input 1×3×160×160$/,
    );
  });

  it('is refused without an operating point for every kind of question, unless it is being measured', async () => {
    const models = await folderWith(standIn(), { operatingPoints: [] });
    const options = { pack: 'facenet-512', models, workers: 1 };
    expect(await failure(FaceEngine.create(options))).toMatch(/^MODEL_INTEGRITY: there is no operating point VERIFY/);
    const measured = await FaceEngine.create({ ...options, isMeasuring: true });
    expect((await measured.capture(photo, OFF)).outcome).toBe('CAPTURED');
    await measured.close();
  });

  it('has another model id as soon as anything changes that changes its vectors', async () => {
    const changes = [{}, { template: 'arcface' }, { sha256: 'a'.repeat(64) }, { dimensions: 128 }];
    const packs = await Promise.all(changes.map(async (change) => readOwnPacks(await folderWith(standIn(), change))));
    expect(new Set(packs.map(([pack]) => pack.modelId)).size).toBe(changes.length);
  });

  it('is only run by the onnx engine', async () => {
    const models = await folderWith(standIn());
    expect(await failure(FaceEngine.create({ engine: 'tfjs-wasm', pack: 'facenet-512', models }))).toContain(
      'The face engine tfjs-wasm cannot run the pack facenet-512; use faceapi-128.',
    );
  });
});

describe('a file of models', () => {
  it.each([
    [{ id: 'mobilefacenet-192' }, 'the id mobilefacenet-192 is taken'],
    [{ id: '../x' }, '"id" must have 2 to 40 small letters'],
    [{ sha256: 'ab' }, '"sha256" must be 64'],
    [{ file: undefined }, 'it needs a file or a url'],
    [{ url: 'http://example.org/net.onnx' }, 'a url must begin with https://'],
    [{ dimensions: 0 }, '"dimensions" must be a whole number from 16 to 4096'],
    [{ input: undefined }, '"input" is missing'],
    [{ input: { sizePx: 160, mean: [1], scale: [1, 1, 1] } }, '"mean" must be 3 numbers'],
    [{ template: 'round' }, '"template" must be arcface, dlib or facenet'],
    [{ operatingPoints: [{ ...points[0], threshold: 1 }] }, 'a threshold is a cosine between -1 and 1'],
    [{ operatingPoints: [{ ...points[0], kind: 'ALL' }] }, '"kind" must be VERIFY'],
    [withIdentify({ impostorPairs: undefined }), '"impostorPairs" must be a number'],
    [withIdentify({ impostorPairs: 1.5 }), '"impostorPairs" must be a whole number'],
    [withIdentify({ targetFmr: 1e-9 }), '30000 impostorPairs show no targetFmr below 0.0001, and IDENTIFY claims 1e-9'],
    [withIdentify({ impostorPairs: 29_999 }), '29999 impostorPairs show no targetFmr below'],
    [withIdentify({ kind: 'VERIFY' }), 'there are two operating points VERIFY'],
    [withIdentify({ threshold: 0.6 }), 'it needs an "identificationMargin", or an IDENTIFY that is stricter'],
    [withIdentify({ targetFmr: 1e-3 }), 'it needs an "identificationMargin", or an IDENTIFY that is stricter'],
    [{ identificationMargin: '0.1' }, '"identificationMargin" must be a number'],
    [{ identificationMargin: 0 }, 'an identificationMargin of 0 must be above 0'],
    [{ identificationMargin: 0.16 }, 'twice it must fit between 0.7 and 1'],
  ])('with %j is refused in a sentence', async (change, sentence) => {
    expect(await failure(readOwnPacks(await folderWith(standIn(), change)))).toContain(sentence);
  });

  it.each([
    [{}, 0.075],
    [withIdentify({ targetFmr: 1e-5, impostorPairs: 300_000 }), 0.0375],
    [{ identificationMargin: 0.02 }, 0.02],
    [{ ...withIdentify({ threshold: 0.6 }), identificationMargin: 0.02 }, 0.02],
  ])(
    'with %j has the lead of three quarters of the rise for a tenth of the rate, or its own',
    async (change, margin) => {
      const [pack] = await readOwnPacks(await folderWith(standIn(), change));
      expect(pack?.identificationMargin).toMatchObject({
        isProvisional: true,
        measurements: [],
        modelId: pack?.modelId,
      });
      expect(pack?.identificationMargin?.margin).toBeCloseTo(margin, 12);
    },
  );

  it('without points has no lead: it can only be measured', async () => {
    const [pack] = await readOwnPacks(await folderWith(standIn(), { operatingPoints: [] }));
    expect(pack?.identificationMargin).toBeNull();
  });

  it('that is absent or no JSON is refused in a sentence', async () => {
    expect(await failure(readOwnPacks(path.join(tmpdir(), 'none', 'models.json')))).toContain('cannot be read');
  });
});

describe('a model with an address', () => {
  it('is fetched once, and kept only if its SHA-256 is right', async () => {
    const model = standIn();
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end(model);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/net.onnx?token=secret`;
    const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-own-models-'));
    const [pack] = await readOwnPacks(await folderWith(model));
    const target = { ...pack.own, path: path.join(folder, 'kept.onnx') };
    const wrong = await failure(fetchOwnModel(url, { ...target, sha256: 'a'.repeat(64) }));
    expect(wrong).toMatch(/^MODEL_INTEGRITY: .* has another SHA-256/);
    expect(wrong).not.toContain('secret');
    await fetchOwnModel(url, target);
    await fetchOwnModel(url, target);
    expect(requests).toBe(2);
    expect(sha256(await readFile(target.path))).toBe(sha256(model));
    server.close();
  });
});
