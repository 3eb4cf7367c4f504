import { expect, test } from 'vitest';
import { cutOut, FACES, toPlanes } from './chip.js';
import { batchOf, openModel, run } from './session.js';

const FACE_LIST = Object.entries(FACES);

test.each(FACE_LIST)(
  'O-Net is sure of the face %s and puts its points where eyes, nose and mouth are',
  async (_, face) => {
    const { score, points } = await run(
      await openModel('mtcnn-onet'),
      toPlanes(await cutOut(face, 48)),
      [1, 3, 48, 48],
    );
    expect(score?.[0]).toBeGreaterThan(0.99);
    const [rightEye = 0, leftEye = 0, , rightMouth = 0, leftMouth = 0, ...ys] = points ?? [];
    expect(Math.min(...(points ?? [-1]))).toBeGreaterThan(0);
    expect(Math.max(...(points ?? [2]))).toBeLessThan(1);
    expect(leftEye).toBeGreaterThan(rightEye);
    expect(leftMouth).toBeGreaterThan(rightMouth);
    const [eye1 = 0, eye2 = 0, nose = 0, mouth1 = 0, mouth2 = 0] = ys;
    expect(nose).toBeGreaterThan((eye1 + eye2) / 2);
    expect((mouth1 + mouth2) / 2).toBeGreaterThan(nose);
  },
);

test('O-Net and R-Net refuse flat grey, noise and a patch of background', async () => {
  const noise = Uint8Array.from({ length: 48 * 48 * 3 }, (_, index) => (index * 7919 + (index >> 3) * 104729) % 256);
  const background = await cutOut({ photo: 'sample1.jpg', square: [20, 20, 240, 240] }, 48);
  for (const bytes of [new Uint8Array(48 * 48 * 3).fill(128), noise, background]) {
    const { score } = await run(await openModel('mtcnn-onet'), toPlanes(bytes), [1, 3, 48, 48]);
    expect(score?.[0]).toBeLessThan(0.5);
  }
  const grey = new Float32Array(24 * 24 * 3).fill(128);
  const { score } = await run(await openModel('mtcnn-rnet'), grey, [1, 3, 24, 24]);
  expect(score?.[0]).toBeLessThan(0.1);
});

test('R-Net accepts every face, and a batch gives what its images give alone', async () => {
  const session = await openModel('mtcnn-rnet');
  const chips = await Promise.all(FACE_LIST.map(async ([, face]) => toPlanes(await cutOut(face, 24))));
  const alone = await Promise.all(chips.map((chip) => run(session, chip, [1, 3, 24, 24])));
  const together = await run(session, batchOf(chips), [chips.length, 3, 24, 24]);
  alone.forEach(({ score, region }, index) => {
    expect(score?.[0]).toBeGreaterThan(0.9);
    expect(together.score?.[index]).toBeCloseTo(score?.[0] ?? Number.NaN, 5);
    expect(together.region?.[index * 4]).toBeCloseTo(region?.[0] ?? Number.NaN, 5);
  });
});

test('P-Net finds a face of 12 pixels in a cell whose square lies on it, in an image of any size', async () => {
  // The photo scaled so that the left face, about 250 pixels, measures 12: its corner at (384, 356) comes to (18, 17).
  const [width, height] = [91, 61];
  const bytes = await cutOut({ photo: 'sample1.jpg', square: [0, 0, 1920, 1280] }, width, height);
  const { score } = await run(await openModel('mtcnn-pnet'), toPlanes(bytes), [1, 3, height, width]);
  const [rows, columns] = [Math.ceil((height - 2) / 2) - 4, Math.ceil((width - 2) / 2) - 4];
  expect(score).toHaveLength(rows * columns);
  const near = [...(score ?? [])].filter((_, cell) => {
    const [x, y] = [2 * (cell % columns), 2 * Math.floor(cell / columns)];
    return Math.abs(x - 18) <= 3 && Math.abs(y - 17) <= 3;
  });
  expect(Math.max(...near)).toBeGreaterThan(0.9);
});
