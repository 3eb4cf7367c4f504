import { expect, test } from 'vitest';
import { cutOut, FACES, type Face, type Square, toPlanes } from './chip.js';
import { batchOf, openModel, run } from './session.js';

/** Face boxes of MTCNN in the photos that ship with face-api. */
const BOXES = {
  eyesOpen: { photo: 'sample3.jpg', square: [1057, 196, 231, 312] },
  eyesClosed: { photo: 'sample2.jpg', square: [1434, 162, 201, 239] },
  turnedLeft: { photo: 'sample1.jpg', square: [407, 350, 192, 251] },
  turnedRight: { photo: 'sample4.jpg', square: [248, 212, 200, 241] },
} as const satisfies Record<string, Face>;

const [LEFT, RIGHT] = [0, 1] as const;
/** Corners and lid points of the eyes in the 68 points of iBUG 300-W: the eye on the left of the image first. */
const EYES = [
  { corners: [36, 39], lids: [37, 38, 40, 41] },
  { corners: [42, 45], lids: [43, 44, 46, 47] },
] as const;

function softmax(logits: ArrayLike<number>): number[] {
  const powers = Array.from(logits, (logit) => Math.exp(logit));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function scaled({ photo, square: [left, top, width, height] }: Face, factor: number): Face {
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)];
  const square: Square = [
    Math.round(left + (width - newWidth) / 2),
    Math.round(top + (height - newHeight) / 2),
    newWidth,
    newHeight,
  ];
  return { photo, square };
}

async function grey(face: Face, size: number, scale: number): Promise<Float32Array> {
  const bytes = await cutOut(face, size);
  const luma = (index: number) =>
    0.299 * (bytes[index * 3] ?? 0) + 0.587 * (bytes[index * 3 + 1] ?? 0) + 0.114 * (bytes[index * 3 + 2] ?? 0);
  return Float32Array.from({ length: size * size }, (_, index) => luma(index) * scale);
}

/** x and y of the 68 points in pixels of the photo. */
async function landmarks(face: Face): Promise<(index: number) => readonly [number, number]> {
  const { output } = await run(await openModel('landmark68-faceplugin'), await grey(face, 64, 1 / 256), [1, 1, 64, 64]);
  const [left, top, width, height] = face.square;
  return (index) => [left + (output?.[index * 2] ?? 0) * width, top + (output?.[index * 2 + 1] ?? 0) * height];
}

async function closedEye(face: Face, side: typeof LEFT | typeof RIGHT): Promise<number | undefined> {
  const point = await landmarks(face);
  const { corners, lids } = EYES[side];
  const size = Math.round((point(corners[1])[0] - point(corners[0])[0]) * 1.6);
  const mean = (axis: 0 | 1) => lids.reduce((sum, lid) => sum + point(lid)[axis], 0) / lids.length;
  const square: Square = [Math.round(mean(0) - size / 2), Math.round(mean(1) - size / 2), size, size];
  const pixels = await grey({ photo: face.photo, square }, 24, 1 / 255);
  const { output } = await run(await openModel('eye-faceplugin'), pixels, [1, 1, 24, 24]);
  return softmax(output ?? [])[0];
}

async function pose(face: Face): Promise<Record<'yaw' | 'pitch', number>> {
  const planes = toPlanes(await cutOut(scaled(face, 1.5), 224));
  const [mean, scale] = [
    [123.675, 116.28, 103.53],
    [1 / 58.395, 1 / 57.12, 1 / 57.375],
  ];
  const area = 224 * 224;
  const channel = (c: number) =>
    planes.subarray(c * area, (c + 1) * area).map((pixel) => (pixel - (mean[c] ?? 0)) * (scale[c] ?? 0));
  const results = await run(await openModel('pose-faceplugin'), batchOf([0, 1, 2].map(channel)), [1, 3, 224, 224]);
  const angle = (name: string) =>
    softmax(results[name] ?? []).reduce((sum, share, bin) => sum + share * bin, 0) * 3 - 99;
  return { yaw: angle('output'), pitch: angle('617') };
}

test('class 0 of the eye net is a closed eye', async () => {
  for (const side of [LEFT, RIGHT]) {
    expect(await closedEye(BOXES.eyesClosed, side)).toBeGreaterThan(0.9);
    expect(await closedEye(BOXES.eyesOpen, side)).toBeLessThan(0.1);
  }
});

test('yaw is positive if the nose points to the left of the image, pitch negative if the person looks down', async () => {
  expect((await pose(BOXES.turnedLeft)).yaw).toBeGreaterThan(15);
  expect((await pose(BOXES.turnedRight)).yaw).toBeLessThan(-15);
  expect((await pose(BOXES.eyesClosed)).pitch).toBeLessThan(-15);
});

test('the 68 points are fractions of the face box: both eyes and the nose lie where O-Net sees them', async () => {
  const point = await landmarks(BOXES.eyesOpen);
  const square = FACES.womanIn3.square;
  const { points } = await run(
    await openModel('mtcnn-onet'),
    toPlanes(await cutOut(FACES.womanIn3, 48)),
    [1, 3, 48, 48],
  );
  const eyes = EYES.map(({ corners }) => (point(corners[0])[0] + point(corners[1])[0]) / 2);
  const seen = [...eyes, point(30)[0]];
  for (const [index, x] of seen.entries()) {
    expect(Math.abs(x - (square[0] + (points?.[index] ?? 0) * square[2]))).toBeLessThan(15);
  }
});

test('class 0 of the presentation-attack net is a live face, with 2.7 times the box in the order BGR', async () => {
  const bytes = await cutOut({ photo: 'sample3.jpg', square: [861, 0, 624, 842] }, 128);
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    toPlanes(bytes)
      .subarray(channel * 128 * 128)
      .subarray(0, 128 * 128),
  );
  const pixels = batchOf([blue, green, red].flatMap((plane) => plane ?? []));
  const { output } = await run(await openModel('pad-faceplugin'), pixels, [1, 3, 128, 128]);
  expect(softmax(output ?? [])[0]).toBeGreaterThan(0.9);
});

test('the detection net gives boxes as fractions of the image: the surest one lies on a face', async () => {
  const bytes = await cutOut({ photo: 'sample3.jpg', square: [0, 0, 1920, 1350] }, 320, 240);
  const { scores, boxes } = await run(
    await openModel('detect-faceplugin'),
    toPlanes(bytes, 127, 1 / 128),
    [1, 3, 240, 320],
  );
  const anchors = Array.from({ length: 4420 }, (_, anchor) => anchor);
  const best = anchors.reduce((a, b) => ((scores?.[b * 2 + 1] ?? 0) > (scores?.[a * 2 + 1] ?? 0) ? b : a));
  expect(scores?.[best * 2 + 1]).toBeGreaterThan(0.9);
  const [left = 0, top = 0, right = 0, bottom = 0] = boxes?.subarray(best * 4) ?? [];
  const [x, y] = [((left + right) / 2) * 1920, ((top + bottom) / 2) * 1350];
  const noses = [
    [1149, 388],
    [663, 489],
    [1615, 466],
  ] as const;
  expect(Math.min(...noses.map(([noseX, noseY]) => Math.hypot(x - noseX, y - noseY)))).toBeLessThan(80);
});
