import { DomainError, LIMITS } from '@rollcall/contracts';
import sharp from 'sharp';
import { sniffImageFormat } from './image-format.js';
import type { PixelImage } from './pixel-image.js';

/** No file cache and one thread for each image: several processes share the cores, and memory must stay flat. */
sharp.cache(false);
sharp.concurrency(1);

/**
 * Longer side of the picture the pipeline works on. Larger photos are reduced while they are decoded (JPEG: inside the
 * inverse transform), which bounds time and memory; a face that fills a tenth of such a photo still has some 200 px.
 */
export const MAX_WORKING_SIDE_PX = 2048;

/** An upright sRGB image. `width` and `height` are those of the whole photo, `pixels` may be smaller by `scale`. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** Working pixels per photo pixel, 0 < scale ≤ 1. */
  readonly scale: number;
  readonly pixels: PixelImage;
}

/**
 * Decodes an untrusted JPEG, PNG or WebP (first frame of an animation). The size is read from the header before any
 * pixel is; 16-bit, CMYK, greyscale and palette images become 8-bit RGB; transparency is put on white; EXIF orientation
 * is applied.
 *
 * @throws DomainError `IMAGE_TOO_LARGE` (encoded or decoded size), `IMAGE_UNDECODABLE` (anything else that is wrong),
 * `ENGINE_TIMEOUT` (decoding took longer than `LIMITS.decodeTimeoutMs`)
 */
export async function decodeImage(bytes: Uint8Array): Promise<DecodedImage> {
  assertAcceptable(bytes);
  const { width, height } = await readUprightSize(bytes);
  if (width * height > LIMITS.maxImagePixels) {
    throw new DomainError('IMAGE_TOO_LARGE', { details: { maxPixels: LIMITS.maxImagePixels, width, height } });
  }
  const pixels = await decodePixels(bytes, width, height);
  return { width, height, scale: Math.min(1, pixels.width / width), pixels };
}

function assertAcceptable(bytes: Uint8Array): void {
  if (bytes.byteLength > LIMITS.maxImageBytes) {
    throw new DomainError('IMAGE_TOO_LARGE', { details: { maxBytes: LIMITS.maxImageBytes, bytes: bytes.byteLength } });
  }
  if (sniffImageFormat(bytes) === null) {
    const internal = bytes.byteLength === 0 ? 'empty upload' : 'not a JPEG, PNG or WebP by its first bytes';
    throw new DomainError('IMAGE_UNDECODABLE', { internal });
  }
}

async function readUprightSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    // Reading the header decodes nothing, so the limit of the library is not needed here: ours follows with its own code.
    const header = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
    return header.autoOrient;
  } catch (cause) {
    throw undecodable(cause);
  }
}

async function decodePixels(bytes: Uint8Array, width: number, height: number): Promise<PixelImage> {
  const input = { failOn: 'error', limitInputPixels: LIMITS.maxImagePixels, pages: 1, sequentialRead: true } as const;
  let image = sharp(bytes, input).autoOrient();
  if (Math.max(width, height) > MAX_WORKING_SIDE_PX) {
    const ratio = MAX_WORKING_SIDE_PX / Math.max(width, height);
    image = image.resize(Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)), {
      fit: 'fill',
      kernel: 'linear',
    });
  }
  try {
    const { data, info } = await image
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .timeout({ seconds: LIMITS.decodeTimeoutMs / 1000 })
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      data: info.channels === 3 ? data : greyToRgb(data, info.channels),
    };
  } catch (cause) {
    throw undecodable(cause);
  }
}

function greyToRgb(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i += 1) rgb.fill(data[i * channels], i * 3, i * 3 + 3);
  return rgb;
}

function undecodable(cause: unknown): DomainError {
  const internal = cause instanceof Error ? cause.message : String(cause);
  if (/timeout/i.test(internal)) return new DomainError('ENGINE_TIMEOUT', { internal, cause });
  return new DomainError('IMAGE_UNDECODABLE', { internal, cause });
}
