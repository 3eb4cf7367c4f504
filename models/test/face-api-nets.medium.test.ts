import { beforeAll, expect, test } from 'vitest';
import { cutOut, FACES, toPlanes } from './chip.js';
import { type FaceApi, loadFaceApi } from './face-api.js';
import { largestDifference, openModel, run } from './session.js';

let faceApi: FaceApi;

beforeAll(async () => {
  faceApi = await loadFaceApi('ssdMobilenetv1', 'tinyFaceDetector', 'faceLandmark68Net');
});

/** Three faces of sample1 in a square, at the size of the net. */
const group = (side: number) => cutOut({ photo: 'sample1.jpg', square: [400, 0, 1280, 1280] }, side);

async function withTensor<T>(bytes: Uint8Array, side: number, work: (tensor: object) => Promise<T>): Promise<T> {
  const tensor = faceApi.tf.tensor3d(Float32Array.from(bytes), [side, side, 3]);
  const result = await work(tensor);
  tensor.dispose();
  return result;
}

test('the scores and boxes of SSD MobileNet equal those of face-api itself to 1e-4', async () => {
  const bytes = await group(512);
  const expected = await withTensor(bytes, 512, async (tensor) => {
    const { boxes, scores } = await faceApi.nets.ssdMobilenetv1.forward(tensor);
    return { boxes: boxes[0]?.dataSync() ?? [], scores: scores[0]?.dataSync() ?? [] };
  });
  const found = await run(await openModel('ssd-mobilenet-v1'), toPlanes(bytes), [1, 3, 512, 512]);
  expect(Math.max(...expected.scores)).toBeGreaterThan(0.5);
  expect(largestDifference(found.scores ?? [], expected.scores)).toBeLessThan(1e-4);
  // face-api gives top, left, bottom, right.
  const swapped = Float32Array.from(expected.boxes, (_, index) => Number(expected.boxes[index ^ 1]));
  expect(largestDifference(found.boxes ?? [], swapped)).toBeLessThan(1e-4);
});

test('every face that face-api’s tiny detector locates stands in our output with its box and score', async () => {
  const bytes = await group(416);
  const located = await withTensor(bytes, 416, (tensor) =>
    faceApi.nets.tinyFaceDetector.locateFaces(tensor, { inputSize: 416, scoreThreshold: 0.05 }),
  );
  const { scores = [], boxes = new Float32Array() } = await run(
    await openModel('tiny-face-detector'),
    toPlanes(bytes),
    [1, 3, 416, 416],
  );
  expect(located.length).toBeGreaterThanOrEqual(2);
  for (const { score, box } of located) {
    const place = [...scores].reduce((best, value, index) => {
      return Math.abs(value - score) < Math.abs((scores[best] ?? 2) - score) ? index : best;
    }, 0);
    expect(Math.abs((scores[place] ?? 0) - score)).toBeLessThan(1e-4);
    const ours = Array.from(boxes.subarray(place * 4, place * 4 + 4), (value) => value * 416);
    const [left = 0, top = 0, right = 0, bottom = 0] = ours;
    expect(
      largestDifference([left, top, right - left, bottom - top], [box.x, box.y, box.width, box.height]),
    ).toBeLessThan(0.05);
  }
});

test.each(Object.entries(FACES))('the 68 points of %s equal those of face-api itself to 1e-4', async (_, face) => {
  const bytes = await cutOut(face, 112);
  const expected = await withTensor(bytes, 112, async (tensor) =>
    (await faceApi.nets.faceLandmark68Net.forward(tensor)).dataSync(),
  );
  const { points } = await run(await openModel('landmark68-faceapi'), toPlanes(bytes), [1, 3, 112, 112]);
  expect(largestDifference(points ?? [], expected)).toBeLessThan(1e-4);
});
