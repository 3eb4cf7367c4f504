import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaceDetection } from '../src/detect/face-detection.js';
import { MtcnnDetector } from '../src/detect/mtcnn-detector.js';
import { decodeImage } from '../src/image/decode-image.js';
import { ImageLevels } from '../src/image/image-levels.js';
import { cropOf, samplePhoto, singleFace } from './sample-photos.js';

/** The faces one can count on sample1 to sample6; one of them is a full profile, one looks down behind her hair. */
const FACES = [3, 3, 3, 4, 5, 4];

let detector: MtcnnDetector;

beforeAll(async () => {
  detector = await MtcnnDetector.create(1);
});

async function detect(bytes: Buffer, minFacePx: number, ignoreBelowShare = 0): Promise<FaceDetection[]> {
  const { pixels } = await decodeImage(bytes);
  return detector.detect(new ImageLevels(pixels), { minFacePx, ignoreBelowShare });
}

describe('the detector', () => {
  it('finds all 22 faces of six group photos and no other', async () => {
    const found: number[] = [];
    for (let n = 1; n <= 6; n += 1) found.push((await detect(samplePhoto(n), 32)).length);
    expect(found).toEqual(FACES);
  });

  it('finds all but the profile, and no other, whatever the smallest face asked for', async () => {
    for (const minFacePx of [48, 80, 106]) {
      const found: number[] = [];
      for (let n = 1; n <= 6; n += 1) found.push((await detect(samplePhoto(n), minFacePx)).length);
      expect(found, `from ${minFacePx} px`).toEqual([3, 2, 3, 4, 5, 4]);
    }
  });

  it('finds a face that fills the frame and the same face at a sixth of the size', async () => {
    const filling = await cropOf(samplePhoto(6), { x: 1170, y: 300, width: 210, height: 280 }).png().toBuffer();
    const [large] = await detect(filling, 24);
    expect(large.box.height).toBeGreaterThan(180);
    const small = await singleFace().resize(100).png().toBuffer();
    const faces = await detect(small, 20);
    expect(faces).toHaveLength(1);
    expect(faces[0].box.height).toBeLessThan(60);
  });

  it('finds nothing where nobody is: one colour, noise, stripes, a piece of wall', async () => {
    const plain = sharp({ create: { width: 320, height: 240, channels: 3, background: '#c08060' } });
    const noise = sharp({
      create: {
        width: 320,
        height: 240,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const stripes = Buffer.from(Array.from({ length: 320 * 240 * 3 }, (_, i) => (Math.floor(i / 24) % 2) * 255));
    const striped = sharp(stripes, { raw: { width: 320, height: 240, channels: 3 } });
    const wall = cropOf(samplePhoto(6), { x: 0, y: 0, width: 420, height: 400 });
    for (const image of [plain, noise, striped, wall]) {
      expect(await detect(await image.png().toBuffer(), 20)).toEqual([]);
    }
  });

  it('copes with an image smaller than any face', async () => {
    for (const side of [1, 2, 11, 13]) {
      const tiny = await sharp({ create: { width: side, height: side, channels: 3, background: '#888' } })
        .png()
        .toBuffer();
      expect(await detect(tiny, 20)).toEqual([]);
    }
  });

  it('puts the points where the same face has them after a turn of the photo', async () => {
    const [upright] = await detect(await singleFace().png().toBuffer(), 40);
    const [mirrored] = await detect(await singleFace().flop().png().toBuffer(), 40);
    const tolerancePx = upright.box.height * 0.04;
    const swapped = [1, 0, 2, 4, 3];
    mirrored.landmarks.forEach(([x, y], index) => {
      const [ux, uy] = upright.landmarks[swapped[index]];
      expect(Math.hypot(600 - x - ux, y - uy)).toBeLessThan(tolerancePx);
    });
  });

  it('skips the search for small faces only if they could not change the answer', async () => {
    const photo = await singleFace().png().toBuffer();
    const [all] = await detect(photo, 24);
    const [quick] = await detect(photo, 24, 0.5);
    expect(quick.box.height / all.box.height).toBeGreaterThan(0.9);
    expect(await detect(samplePhoto(4), 106, 0.5)).toHaveLength(4);
  });
});
