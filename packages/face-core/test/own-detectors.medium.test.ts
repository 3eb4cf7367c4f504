import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { resolveModel } from '@rollcall/models';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createDetector } from '../src/detect/create-detector.js';
import type { FaceDetection } from '../src/detect/face-detection.js';
import type { FaceDetector } from '../src/detect/face-detector.js';
import { readOwnDetectors } from '../src/detect/own-detectors.js';
import { resolveDetector } from '../src/detect/resolve-detector.js';
import { FaceEngine } from '../src/engine/face-engine.js';
import { decodeImage } from '../src/image/decode-image.js';
import { ImageLevels } from '../src/image/image-levels.js';
import { samplePhoto, singleFace } from './sample-photos.js';
import { STAND_IN, standInYunet } from './testing/stand-in-yunet.js';

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder with one net and its `models.json`; `change` alters the entry. */
async function folderWith(net: Uint8Array, change: object = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rollcall-own-detectors-'));
  folders.push(folder);
  await writeFile(path.join(folder, 'net.onnx'), net);
  const input = {
    ...{ widthPx: STAND_IN.width, heightPx: STAND_IN.height, channelOrder: 'BGR' },
    ...{ mean: [0, 0, 0], scale: [1 / 255, 1 / 255, 1 / 255] },
  };
  const entry = {
    ...{ id: 'own-yunet', file: 'net.onnx', sha256: createHash('sha256').update(net).digest('hex') },
    ...{ input, output: 'yunet', smallestFacePx: 32, minScore: 0.6, certainScore: 0.9 },
    ...change,
  };
  const file = path.join(folder, 'models.json');
  await writeFile(file, JSON.stringify({ detectors: [entry] }));
  return file;
}

async function open(models: string, id = 'own-yunet'): Promise<FaceDetector> {
  return createDetector({ engine: 'onnx', detector: await resolveDetector('onnx', id, models), threads: 1 });
}

const levelsOf = async (bytes: Uint8Array) => new ImageLevels((await decodeImage(bytes)).pixels);

/** A black picture with coloured squares, for which the stand-in takes faces: [left, top, side, colour]. */
type Patch = readonly [number, number, number, string];

function painted(width: number, height: number, patches: readonly Patch[]): Promise<Buffer> {
  const squares = patches.map(([left, top, side, background]) => ({
    ...{ left, top },
    input: { create: { width: side, height: side, channels: 3 as const, background } },
  }));
  const ground = { create: { width, height, channels: 3 as const, background: '#000000' } };
  return sharp(ground).composite(squares).png().toBuffer();
}

const place = ({ box: { x, y, width, height } }: FaceDetection) => [x, y, width, height].map(Math.round);

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof DomainError ? `${error.code}: ${error.internal}` : String(error);
}

describe('a detector of one’s own with the outputs of YuNet', () => {
  /** The net sees half the size of this picture, with a black band above and below; its cells of 8, 16 and 32 px are twice that here. */
  const three: readonly Patch[] = [
    [64, 64, 64, '#0000ff'],
    [320, 32, 32, '#00ff00'],
    [480, 160, 16, '#ff0000'],
  ];

  it('finds faces in all three grids of a picture of another shape, the largest first, with their points', async () => {
    const detector = await open(await folderWith(standInYunet()));
    const faces = await detector.detect(await levelsOf(await painted(640, 256, three)), { minFacePx: 64 });
    expect(faces.map(place)).toEqual([
      [-32, -32, 256, 256],
      [272, -16, 128, 128],
      [456, 136, 64, 64],
    ]);
    for (const { box, landmarks, score } of faces) {
      expect(score).toBeGreaterThan(0.8);
      landmarks.forEach(([x, y], index) => {
        expect((x - box.x) / box.width).toBeCloseTo(STAND_IN.points[index][0], 3);
        expect((y - box.y) / box.height).toBeCloseTo(STAND_IN.points[index][1], 3);
      });
    }
  });

  it('finds a smaller face in a tile', async () => {
    const detector = await open(await folderWith(standInYunet()));
    const levels = await levelsOf(await painted(640, 512, [[200, 240, 8, '#ff0000']]));
    expect(await detector.detect(levels, { minFacePx: 64 })).toEqual([]);
    expect((await detector.detect(levels, { minFacePx: 32 })).map(place)).toEqual([[188, 228, 32, 32]]);
  });

  it('is shown its colours in the order of its entry', async () => {
    const scale = [1 / 255, 1 / 255, 1 / 255];
    const input = { widthPx: STAND_IN.width, heightPx: STAND_IN.height, channelOrder: 'RGB', mean: [0, 0, 0], scale };
    const detector = await open(await folderWith(standInYunet(), { input }));
    // What is red here is the blue of a net that expects B, G, R, and so a face of the coarsest grid.
    const levels = await levelsOf(await painted(640, 512, [[64, 64, 64, '#ff0000']]));
    const [largest] = await detector.detect(levels, { minFacePx: 64 });
    expect(largest.box.height).toBeCloseTo(256, 0);
  });

  it('works for the engine in its child processes', async () => {
    const models = await folderWith(standInYunet());
    const engine = await FaceEngine.create({ detector: 'own-yunet', models, workers: 1 });
    try {
      const capture = await engine.capture(await painted(640, 512, [[64, 192, 64, '#0000ff']]), { pad: 'OFF' });
      expect(engine.detector).toBe('own-yunet');
      expect(capture).toMatchObject({ outcome: 'LOW_QUALITY', faces: 1 });
      expect(capture.detection && place(capture.detection)).toEqual([-32, 96, 256, 256]);
    } finally {
      await engine.close();
    }
  });
});

describe('a detector of one’s own with scores and boxes', () => {
  it('finds what the shipped detector of the same weights finds, to the last bit', async () => {
    const { path: file, sha256, input } = resolveModel('detect-faceplugin');
    const { mean, scale } = input.normalisation;
    const models = await folderWith(Buffer.from('not this one'), {
      ...{ file, sha256, output: 'boxes', smallestFacePx: 16, minScore: 0.6, certainScore: 0.8 },
      input: { widthPx: 320, heightPx: 240, mean, scale },
    });
    const own = await open(models);
    const shipped = await createDetector({ engine: 'onnx', detector: 'faceplugin', threads: 1 });
    for (const photo of [samplePhoto(1), await singleFace().png().toBuffer()]) {
      const faces = await own.detect(await levelsOf(photo), { minFacePx: 60 });
      expect(faces.length).toBeGreaterThan(0);
      expect(faces).toEqual(await shipped.detect(await levelsOf(photo), { minFacePx: 60 }));
    }
  });
});

describe('a detector of one’s own is refused at the start, in a sentence,', () => {
  const start = async (models: string) => (await open(models)).warmUp(await levelsOf(await painted(640, 480, [])));

  it.each([
    ['if its file was changed', standInYunet(), { sha256: 'a'.repeat(64) }, / has another SHA-256 than its entry$/],
    ['if its file is absent', standInYunet(), { file: 'none.onnx' }, /none\.onnx cannot be read$/],
    ['if its file is no model', Buffer.from('not a model'), {}, /net\.onnx is no ONNX model that can be run$/],
    ['if it lacks an output', standInYunet(), { output: 'boxes' }, /^.*the detector own-yunet has no output scores$/],
    ['if an output is too short', standInYunet({ isShort: true }), {}, /gave 2 values in obj_32, not 80$/],
    ['if it gives NaN', standInYunet({ isBroken: true }), {}, /own-yunet gave a value that is not a number$/],
  ])('%s', async (_, net, change, sentence) => {
    const refusal = await failure(start(await folderWith(net, change)));
    expect(refusal).toMatch(/^MODEL_INTEGRITY: /);
    expect(refusal).toMatch(sentence);
  });

  it('if it does not take the size of its entry', async () => {
    const input = { widthPx: 640, heightPx: 640, mean: [0, 0, 0], scale: [1, 1, 1] };
    expect(await failure(start(await folderWith(standInYunet(), { input })))).toBe(
      'MODEL_INTEGRITY: the detector own-yunet does not take the input 1×3×640×640',
    );
  });

  it('also by the engine that starts it in a child process', async () => {
    const models = await folderWith(standInYunet({ isBroken: true }));
    expect(await failure(FaceEngine.create({ detector: 'own-yunet', models, workers: 1 }))).toBe(
      'MODEL_INTEGRITY: own-yunet gave a value that is not a number',
    );
  });

  it('if there is none of that name, or the engine runs none', async () => {
    const models = await folderWith(standInYunet());
    expect(await failure(FaceEngine.create({ detector: 'yunet', models }))).toBe(
      'RangeError: The face engine onnx has no detector yunet; use mtcnn, ssd-mobilenet-v1, tiny, faceplugin, own-yunet.',
    );
    const faceApi = { engine: 'tfjs-wasm', pack: 'faceapi-128' } as const;
    expect(await failure(FaceEngine.create({ ...faceApi, detector: 'own-yunet', models }))).toBe(
      'RangeError: The face engine tfjs-wasm has no detector own-yunet; use ssd-mobilenet-v1, tiny.',
    );
  });
});

describe('an entry of a detector', () => {
  const input = { widthPx: 320, heightPx: 256, mean: [0, 0, 0], scale: [1, 1, 1] };

  it.each([
    [{ id: 'mtcnn' }, 'the id mtcnn is taken'],
    [{ id: 'Own' }, '"id" must have 2 to 40 small letters'],
    [{ sha256: 'ab' }, '"sha256" must be 64'],
    [{ file: undefined }, 'it needs a file or a url'],
    [{ output: 'ssd' }, '"output" must be yunet or boxes'],
    [{ input: undefined }, '"input" is missing'],
    [{ input: { ...input, widthPx: 20 } }, '"widthPx" must be a whole number from 64 to 2048'],
    [{ input: { ...input, heightPx: 240 } }, 'must be multiples of 32'],
    [{ input: { ...input, scale: [1] } }, '"scale" must be 3 numbers'],
    [{ smallestFacePx: 0 }, '"smallestFacePx" must be a whole number from 4 to 128'],
    [{ minScore: 0 }, '"minScore" must be above 0'],
    [{ minScore: 0.9 }, 'below "certainScore"'],
    [{ certainScore: 1 }, 'and that below 1'],
    [{ certainScore: undefined }, '"certainScore" must be a number'],
  ])('with %j is refused in a sentence', async (change, sentence) => {
    expect(await failure(readOwnDetectors(await folderWith(standInYunet(), change)))).toContain(sentence);
  });

  it('may stand in a file without packs, and a file with neither is refused', async () => {
    const [entry] = await readOwnDetectors(await folderWith(standInYunet()));
    expect(entry).toMatchObject({ id: 'own-yunet', output: 'yunet', url: null });
    const neither = path.join(path.dirname(entry.path), 'neither.json');
    await writeFile(neither, '{"detektors": []}');
    expect(await failure(readOwnDetectors(neither))).toContain('it needs a list "packs" or "detectors"');
  });
});
