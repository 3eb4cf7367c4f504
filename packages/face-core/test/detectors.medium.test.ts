import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDetector } from '../src/detect/create-detector.js';
import type { FaceDetection } from '../src/detect/face-detection.js';
import { DETECTOR_IDS, type FaceDetector } from '../src/detect/face-detector.js';
import { OnnxSingleShotNet } from '../src/detect/single-shot-net.js';
import { SINGLE_SHOT_SPECS } from '../src/detect/single-shot-specs.js';
import { decodeImage } from '../src/image/decode-image.js';
import { ImageLevels } from '../src/image/image-levels.js';
import { finiteOutput } from '../src/models/finite-output.js';
import { cropOf, samplePhoto, singleFace } from './sample-photos.js';

async function levelsOf(bytes: Buffer): Promise<ImageLevels> {
  return new ImageLevels((await decodeImage(bytes)).pixels);
}

function noseDistance(one: FaceDetection, other: FaceDetection): number {
  const [a, b] = [one.landmarks[2], other.landmarks[2]];
  return Math.hypot(a[0] - b[0], a[1] - b[1]) / one.box.height;
}

describe.each(DETECTOR_IDS)('the detector %s', (id) => {
  let detector: FaceDetector;
  let face: Buffer;

  beforeAll(async () => {
    detector = await createDetector({ engine: 'onnx', detector: id, threads: 1 });
    face = await singleFace().png().toBuffer();
  });

  const detect = async (bytes: Buffer, minFacePx: number) => detector.detect(await levelsOf(bytes), { minFacePx });

  it('finds the three faces of a group, the largest first, with points inside their boxes', async () => {
    const faces = await detect(samplePhoto(1), 130);
    expect(faces).toHaveLength(3);
    const heights = faces.map(({ box }) => box.height);
    expect(heights).toEqual([...heights].sort((one, other) => other - one));
    for (const { box, landmarks, score } of faces) {
      expect(score).toBeGreaterThanOrEqual(0.5);
      expect(score).toBeLessThanOrEqual(1);
      const [rightEye, leftEye, nose, rightMouth, leftMouth] = landmarks;
      expect(rightEye[0]).toBeLessThan(leftEye[0]);
      expect(rightMouth[0]).toBeLessThan(leftMouth[0]);
      expect(nose[0] > box.x && nose[0] < box.x + box.width && nose[1] > box.y).toBe(true);
      expect(Math.max(rightEye[1], leftEye[1])).toBeLessThan(Math.min(rightMouth[1], leftMouth[1]));
    }
  });

  it('puts the points where MTCNN puts them, to a tenth of the face', async () => {
    const mtcnn = await createDetector({ engine: 'onnx', detector: 'mtcnn', threads: 1 });
    const [expected] = await mtcnn.detect(await levelsOf(face), { minFacePx: 60 });
    const [found] = await detect(face, 60);
    found.landmarks.forEach(([x, y], index) => {
      const [expectedX, expectedY] = expected.landmarks[index];
      expect(Math.hypot(x - expectedX, y - expectedY) / expected.box.height).toBeLessThan(0.1);
    });
  });

  it('finds a face that fills the frame, as before a kiosk', async () => {
    const filling = cropOf(samplePhoto(6), { x: 1170, y: 300, width: 210, height: 280 });
    const [found] = await detect(await filling.png().toBuffer(), 60);
    expect(found.box.height).toBeGreaterThan(150);
  });

  it('finds a small face in a big photo, once', async () => {
    const alone = cropOf(samplePhoto(6), { x: 1060, y: 220, width: 420, height: 420 });
    const small = await alone.resize(140).png().toBuffer();
    const wall = sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#a09080' } });
    const photo = await wall
      .composite([{ input: small, left: 1310, top: 940 }])
      .png()
      .toBuffer();
    const faces = await detect(photo, 70);
    expect(faces).toHaveLength(1);
    expect(faces[0].box.height).toBeLessThan(120);
    const [x, y] = faces[0].landmarks[2];
    expect(x > 1310 && x < 1450 && y > 940 && y < 1080).toBe(true);
  });

  it('finds the same face whatever the encoding: greyscale, alpha, 16 bit, CMYK, turned by EXIF', async () => {
    const [expected] = await detect(face, 60);
    const turned = await sharp(await sharp(face).rotate(270).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .png();
    const encodings = {
      grey: sharp(face).greyscale().png(),
      alpha: sharp(face).ensureAlpha(1).png(),
      deep: sharp(face).toColourspace('rgb16').png(),
      cmyk: sharp(face).toColourspace('cmyk').jpeg({ quality: 95 }),
      turned,
    };
    for (const [name, image] of Object.entries(encodings)) {
      const [found] = await detect(await image.toBuffer(), 60);
      expect(found, name).toBeDefined();
      expect(noseDistance(expected, found), name).toBeLessThan(0.05);
    }
  });

  it('finds nobody on a plain wall and in stripes', async () => {
    const plain = sharp({ create: { width: 320, height: 240, channels: 3, background: '#c08060' } });
    const stripes = Buffer.from(Array.from({ length: 320 * 240 * 3 }, (_, i) => (Math.floor(i / 24) % 2) * 255));
    const striped = sharp(stripes, { raw: { width: 320, height: 240, channels: 3 } });
    for (const image of [plain, striped]) expect(await detect(await image.png().toBuffer(), 24)).toEqual([]);
  });
});

describe('a net that gives a value that is not a number', () => {
  it('is MODEL_INTEGRITY, not an image without a face', () => {
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const output = { data: Float32Array.of(0.1, broken, 0.2) };
      expect(() => finiteOutput('some-net', output)).toThrow(expect.objectContaining({ code: 'MODEL_INTEGRITY' }));
    }
    expect(finiteOutput('some-net', { data: Float32Array.of(0, 1) })).toHaveLength(2);
  });

  it('is found out while it detects', async () => {
    const net = await OnnxSingleShotNet.create(SINGLE_SHOT_SPECS.tiny, 1);
    const levels = await levelsOf(await singleFace().png().toBuffer());
    const window = { x: Number.NaN, y: 0, width: 600, height: 450 };
    await expect(net.look(levels, window)).rejects.toMatchObject({ code: 'MODEL_INTEGRITY' });
  });
});
