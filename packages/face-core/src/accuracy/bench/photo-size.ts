import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** JPEG quality of a browser's camera picture (the default of `canvas.toBlob` is 0.92). */
const JPEG_QUALITY = 92;
const BORDER = '#808080';

/**
 * The photo as a camera of this size would send it: upright, as large as fits, with grey beside it, as JPEG.
 *
 * @throws Error if the bytes are no image
 */
export async function toPhotoSize(bytes: Uint8Array, { width, height }: PhotoSize): Promise<Uint8Array> {
  return sharp(bytes)
    .autoOrient()
    .resize(width, height, { fit: 'contain', background: BORDER })
    .flatten({ background: BORDER })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

/** Gives `work` the paths of the photos brought to one size, which are gone afterwards; the given paths without a size. */
export async function withPhotoSize<T>(
  paths: readonly string[],
  size: PhotoSize | undefined,
  work: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  if (size === undefined) return work(paths);
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  try {
    const resized: string[] = [];
    for (const [index, path] of paths.entries()) {
      const target = join(folder, `${index}.jpg`);
      await writeFile(target, await toPhotoSize(await readFile(path), size));
      resized.push(target);
    }
    return await work(resized);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
