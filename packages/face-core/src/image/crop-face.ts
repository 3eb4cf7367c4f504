import { LIMITS } from '@rollcall/contracts';
import sharp from 'sharp';
import type { FaceBox } from '../detect/face-detection.js';

export interface CropOptions {
  /** What to take around the box on each side, as a share of the box. */
  readonly margin: number;
  /** Longer side of the result at most; nothing is enlarged. */
  readonly maxSidePx: number;
}

/** An upright JPEG without metadata. */
export interface FaceCrop {
  readonly jpeg: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

const JPEG_QUALITY = 85;

/**
 * Cuts one face with some of its surroundings out of a photo that the engine has accepted; the rest of the picture is dropped.
 *
 * @param box in pixels of the upright photo, as `capture` gives it
 * @throws Error of the image library for what cannot be decoded
 */
export async function cropFace(photo: Uint8Array, box: FaceBox, { margin, maxSidePx }: CropOptions): Promise<FaceCrop> {
  const input = { failOn: 'error', limitInputPixels: LIMITS.maxImagePixels, pages: 1 } as const;
  const { width, height } = (await sharp(photo, input).metadata()).autoOrient;
  const left = clamp(Math.floor(box.x - margin * box.width), width - 1);
  const top = clamp(Math.floor(box.y - margin * box.height), height - 1);
  const right = clamp(Math.ceil(box.x + (1 + margin) * box.width), width);
  const bottom = clamp(Math.ceil(box.y + (1 + margin) * box.height), height);
  const region = { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  const { data, info } = await sharp(photo, input)
    .autoOrient()
    .extract(region)
    .resize({ width: maxSidePx, height: maxSidePx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: JPEG_QUALITY })
    .timeout({ seconds: LIMITS.decodeTimeoutMs / 1000 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, widthPx: info.width, heightPx: info.height };
}

const clamp = (value: number, most: number): number => Math.min(Math.max(0, value), most);
