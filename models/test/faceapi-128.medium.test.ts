import { beforeAll, expect, test } from 'vitest';
import { cutOut, FACES, toPlanes } from './chip.js';
import { type FaceApi, loadFaceApi } from './face-api.js';
import { batchOf, largestDifference, openModel, run } from './session.js';

const SIZE = 150;
let faceApi: FaceApi;

beforeAll(async () => {
  faceApi = await loadFaceApi('faceRecognitionNet');
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
