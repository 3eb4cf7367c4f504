import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cutOut, FACE_API_MODEL_DIR, FACES, toPlanes } from './chip.js';
import { batchOf, largestDifference, openModel, run } from './session.js';

/** What this test uses of face-api, whose own types do not cover its Node build. */
interface FaceApi {
  readonly tf: { tensor3d(data: Float32Array, shape: [number, number, number]): { dispose(): void } };
  readonly nets: {
    readonly faceRecognitionNet: {
      loadFromDisk(folder: string): Promise<void>;
      computeFaceDescriptor(image: object): Promise<Float32Array>;
    };
  };
}

const SIZE = 150;
const require = createRequire(import.meta.url);
let faceApi: FaceApi;

beforeAll(async () => {
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  // A folder, not a URL: in Node the backend reads its files from disk.
  wasm.setWasmPaths(`${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`, false);
  await tf.setBackend('wasm');
  await tf.ready();
  faceApi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');
  await faceApi.nets.faceRecognitionNet.loadFromDisk(FACE_API_MODEL_DIR);
});

test.each(Object.entries(FACES))('the embedding of %s equals that of face-api itself to 1e-4', async (_, face) => {
  const bytes = await cutOut(face, SIZE);
  const tensor = faceApi.tf.tensor3d(Float32Array.from(bytes), [SIZE, SIZE, 3]);
  const expected = await faceApi.nets.faceRecognitionNet.computeFaceDescriptor(tensor);
  tensor.dispose();
  const { embedding } = await run(await openModel('faceapi-128'), toPlanes(bytes), [1, 3, SIZE, SIZE]);
  expect(largestDifference(embedding ?? [], expected)).toBeLessThan(1e-4);
});

test('a batch gives what its images give alone', async () => {
  const session = await openModel('faceapi-128');
  const chips = await Promise.all(
    [FACES.leftIn1, FACES.womanIn3].map(async (face) => toPlanes(await cutOut(face, SIZE))),
  );
  const { embedding } = await run(session, batchOf(chips), [2, 3, SIZE, SIZE]);
  for (const [index, chip] of chips.entries()) {
    const alone = await run(session, chip, [1, 3, SIZE, SIZE]);
    const part = embedding?.subarray(index * 128, (index + 1) * 128) ?? [];
    expect(largestDifference(part, alone.embedding ?? [])).toBeLessThan(1e-5);
  }
});
