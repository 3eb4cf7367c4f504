import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';

const require = createRequire(import.meta.url);

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Absolute path of a photo that ships in an npm package, e.g. `@vladmandic/face-api`, `demo/sample1.jpg`. */
export function photoPath(packageName: string, file: string): string {
  const folders = require.resolve.paths(packageName) ?? [];
  const found = folders
    .map((folder) => path.join(folder, packageName, file))
    .find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`${file} of ${packageName} is not installed.`);
  return found;
}

/** `demo/sample<n>.jpg` of @vladmandic/face-api: 1 to 6, groups of three to five people. */
export function samplePhoto(n: number): Buffer {
  return readFileSync(photoPath('@vladmandic/face-api', `demo/sample${n}.jpg`));
}

/** A part of a photo, to be encoded by the caller. */
export function cropOf(bytes: Buffer, { x, y, width, height }: Rectangle): Sharp {
  return sharp(bytes).extract({ left: x, top: y, width, height });
}

/** One woman alone, 600×450: the face with its surroundings, as a camera would see it. */
export function singleFace(): Sharp {
  return cropOf(samplePhoto(6), { x: 960, y: 180, width: 600, height: 450 });
}

/** The same woman on two photos of different days. */
export const SAME_WOMAN = [
  { photo: 1, crop: { x: 1240, y: 20, width: 680, height: 640 } },
  { photo: 3, crop: { x: 880, y: 20, width: 560, height: 760 } },
] as const;
