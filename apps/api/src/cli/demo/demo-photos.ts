import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { CliError } from '../exit-codes.js';
import type { Crop, DemoPerson } from './demo-people.js';

/** A part of `sample6.jpg` without a face: a chair with clothes. */
const EMPTY_CHAIR: Crop = { left: 1560, top: 850, width: 360, height: 270 };

function photoFolder(): string {
  try {
    return path.join(path.dirname(fileURLToPath(import.meta.resolve('@vladmandic/face-api/package.json'))), 'demo');
  } catch (cause) {
    throw new CliError(
      'The demo needs the photos of the npm package @vladmandic/face-api, which is not installed: run "npm ci".',
      { cause },
    );
  }
}

/** The folder with the photos. @throws CliError if the package is not installed, as in a production installation */
export async function findPhotos(): Promise<string> {
  const folder = photoFolder();
  await access(path.join(folder, 'sample1.jpg'));
  return folder;
}

/** The photo a person is enrolled with. Nothing is written to disk. */
export function portraitOf(folder: string, { photo, crop }: DemoPerson): Promise<Buffer> {
  return sharp(path.join(folder, photo)).extract(crop).jpeg({ quality: 92 }).toBuffer();
}

/**
 * What a camera sees of the person on one of several days: moved a little, in other light, as a smaller JPEG.
 *
 * @param variant 0, 1, 2 …: each gives another picture
 */
export function cameraPictureOf(folder: string, { photo, crop }: DemoPerson, variant: number): Promise<Buffer> {
  const shift = (variant % 3) - 1;
  const moved = { ...crop, left: crop.left + 3 * shift, top: crop.top + 2 * Math.max(0, shift) };
  return sharp(path.join(folder, photo))
    .extract(moved)
    .modulate({ brightness: 1 + 0.06 * shift })
    .resize({ height: 480 })
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** A camera that looks at nobody. */
export function emptyPicture(folder: string): Promise<Buffer> {
  return sharp(path.join(folder, 'sample6.jpg')).extract(EMPTY_CHAIR).resize(640, 480).jpeg({ quality: 82 }).toBuffer();
}
