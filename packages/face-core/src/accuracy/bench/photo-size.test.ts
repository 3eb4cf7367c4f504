import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { toPhotoSize, withPhotoSize } from './photo-size.js';

const SIZE = { width: 640, height: 480 };
const square = () => sharp({ create: { width: 100, height: 100, channels: 3, background: '#ff0000' } });

/** Red of the pixel, 0 to 255, and whether green is like it. */
async function pixelAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
}

it('a square photo stands whole and as large as fits in a camera picture, grey beside it, as JPEG', async () => {
  const bytes = await toPhotoSize(await square().png().toBuffer(), SIZE);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', ...SIZE });
  for (const [x, y] of [
    [90, 10],
    [320, 240],
    [549, 470],
  ] as const) {
    const [red = 0, green = 255] = await pixelAt(bytes, x, y);
    expect(red - green).toBeGreaterThan(200);
  }
  for (const x of [40, 600]) {
    const [red = 0, green = 255] = await pixelAt(bytes, x, 240);
    expect(Math.abs(red - 128)).toBeLessThan(6);
    expect(Math.abs(red - green)).toBeLessThan(6);
  }
});

it('a photo that its camera held sideways is turned upright first', async () => {
  const wide = sharp({ create: { width: 90, height: 60, channels: 3, background: '#ff0000' } });
  const bytes = await toPhotoSize(await wide.withMetadata({ orientation: 6 }).jpeg().toBuffer(), SIZE);
  // Upright it is 60×90, so 320 of the 640 columns are photo; lying it would be all of them.
  const [red = 0, green = 0] = await pixelAt(bytes, 100, 240);
  expect(Math.abs(red - green)).toBeLessThan(6);
});

it('the resized photos are there for the work and gone after it, also when it fails', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'photo-size-')), 'a.png');
  await writeFile(path, await square().png().toBuffer());
  let seen: readonly string[] = [];
  const work = async (paths: readonly string[]): Promise<never> => {
    seen = paths;
    expect(await sharp(await readFile(paths[0] ?? '')).metadata()).toMatchObject(SIZE);
    throw new Error('the work failed');
  };
  await expect(withPhotoSize([path], SIZE, work)).rejects.toThrow('the work failed');
  expect(seen).toHaveLength(1);
  expect(existsSync(seen[0] ?? '')).toBe(false);
  expect(existsSync(path)).toBe(true);
});

it('without a size the photos themselves are taken', async () => {
  expect(await withPhotoSize(['a.jpg'], undefined, async (paths) => paths)).toEqual(['a.jpg']);
});
