import { readFileSync } from 'node:fs';
import type { InferenceSession } from 'onnxruntime-node';
import { beforeAll, expect, test } from 'vitest';
import { align, cutOut, FACES, type Face, type Point, toPlanes } from './chip.js';
import { batchOf, cosine, largestDifference, openModel, run } from './session.js';

interface Golden {
  readonly tolerance: number;
  readonly embedding: readonly number[];
}

const GOLDEN: Golden = JSON.parse(readFileSync(new URL('golden/mobilefacenet-192.json', import.meta.url), 'utf8'));
const SIZE = 112;

/** Right eye (left in the image), left eye, nose and corners of the mouth in the 112×112 chip of ArcFace (Deng and others, 2019). */
const TEMPLATE: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

let net: InferenceSession;
let onet: InferenceSession;

beforeAll(async () => {
  net = await openModel('mobilefacenet-192');
  onet = await openModel('mtcnn-onet');
});

/** Points by O-Net on the square, then the embedding of the aligned chip. */
async function embed(face: Face): Promise<Float32Array> {
  const { points = new Float32Array() } = await run(onet, toPlanes(await cutOut(face, 48)), [1, 3, 48, 48]);
  const side = 224;
  const found = TEMPLATE.map((_, index): Point => [(points[index] ?? 0) * side, (points[index + 5] ?? 0) * side]);
  const chip = align(await cutOut(face, side), side, found, TEMPLATE, SIZE);
  const { embedding } = await run(net, toPlanes(chip, 127.5, 1 / 128), [1, 3, SIZE, SIZE]);
  return embedding ?? new Float32Array();
}

/** The input of the golden vector; the second image of a batch is shifted by `shift`. */
function pattern(shift = 0): Float32Array {
  return Float32Array.from({ length: 3 * SIZE * SIZE }, (_, index) => {
    const [x, y, channel] = [index % SIZE, Math.floor(index / SIZE) % SIZE, Math.floor(index / (SIZE * SIZE))];
    return (((x * y + 31 * x + 17 * y + 89 * channel + shift) % 256) - 127.5) / 128;
  });
}

test('the embedding of a made pattern is the one the TensorFlow Lite interpreter gives', async () => {
  const { embedding } = await run(net, pattern(), [1, 3, SIZE, SIZE]);
  expect(largestDifference(embedding ?? [], GOLDEN.embedding)).toBeLessThan(GOLDEN.tolerance);
});

test('a batch of another size than the file’s fixed two gives what its images give alone', async () => {
  const batch = batchOf([pattern(50), pattern(7), pattern()]);
  const { embedding } = await run(net, batch, [3, 3, SIZE, SIZE]);
  expect(largestDifference(embedding?.subarray(2 * 192) ?? [], GOLDEN.embedding)).toBeLessThan(GOLDEN.tolerance);
});

test('the same woman in two photos is more alike than any two different people, on the right side of the threshold', async () => {
  const entries = await Promise.all(
    Object.entries(FACES).map(async ([name, face]) => [name, await embed(face)] as const),
  );
  const embeddings = new Map(entries);
  const of = (name: string) => embeddings.get(name) ?? new Float32Array();
  const genuine = cosine(of('womanIn1'), of('womanIn3'));
  const impostors = entries.flatMap(([a, left], index) =>
    entries.slice(index + 1).flatMap(([b, right]) => (a === 'womanIn1' && b === 'womanIn3' ? [] : cosine(left, right))),
  );
  expect(impostors).toHaveLength(9);
  expect(genuine).toBeGreaterThan(0.532);
  expect(Math.max(...impostors)).toBeLessThan(0.451);
});
