import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropFace } from './crop-face.js';

const BOX = { x: 200, y: 100, width: 100, height: 120 };
const AROUND = { margin: 0.5, maxSidePx: 320 };

/** Grey, with a red rectangle where the face would be. */
async function photoWithFace(): Promise<Buffer> {
  const face = await sharp({ create: { width: 100, height: 120, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const canvas = sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } });
  return canvas
    .composite([{ input: face, left: BOX.x, top: BOX.y }])
    .jpeg({ quality: 95 })
    .toBuffer();
}

const middleOf = async (jpeg: Buffer) => {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return { red: data[at] ?? 0, green: data[at + 1] ?? 0 };
};

describe('cropFace', () => {
  it('takes the face and the margin around it, and nothing else', async () => {
    const crop = await cropFace(await photoWithFace(), BOX, AROUND);
    expect(crop).toMatchObject({ widthPx: 200, heightPx: 240 });
    const { red, green } = await middleOf(crop.jpeg);
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(60);
  });

  it('ends at the edge of the photo', async () => {
    const crop = await cropFace(await photoWithFace(), { x: -20, y: 400, width: 100, height: 120 }, AROUND);
    expect(crop).toMatchObject({ widthPx: 130, heightPx: 140 });
  });

  it('makes large faces smaller and enlarges none', async () => {
    const crop = await cropFace(await photoWithFace(), BOX, { margin: 0.5, maxSidePx: 120 });
    expect(crop).toMatchObject({ widthPx: 100, heightPx: 120 });
  });

  it('finds the face in a photo that the camera turned, and keeps no metadata', async () => {
    // Orientation 6: the stored picture is turned by a quarter.
    const turned = await sharp(await photoWithFace())
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const crop = await cropFace(turned, BOX, AROUND);
    expect(crop).toMatchObject({ widthPx: 200, heightPx: 240 });
    expect((await middleOf(crop.jpeg)).red).toBeGreaterThan(200);
    const { exif, orientation } = await sharp(crop.jpeg).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });
});
