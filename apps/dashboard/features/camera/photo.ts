import { fitWithin, type Size } from './fit-within';

/** A face of the width the models look at is far smaller than this; larger photos only cost time. */
const MAX_SIDE_PX = 1600;
const JPEG_QUALITY = 0.92;
/** What a browser is asked to decode; a phone's largest photos are below. */
export const MAX_FILE_MEGABYTES = 40;
/** A photo that needs no shrinking is sent as it is, up to this size. */
const MAX_UNTOUCHED_BYTES = 4 * 1024 * 1024;
const SENDABLE_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** A photo in the memory of this page, nowhere else. `url` shows it and must be given back with `releasePhoto`. */
export interface Photo {
  readonly id: string;
  readonly blob: Blob;
  readonly url: string;
  readonly isMirrored: boolean;
}

export type PhotoFault = 'fileUnreadable' | 'fileTooLarge';

export class PhotoError extends Error {
  constructor(
    readonly fault: PhotoFault,
    readonly fileName: string,
  ) {
    super(fault);
    this.name = 'PhotoError';
  }
}

/** The frame the camera shows now; null while there is none. */
export async function photoOfVideo(video: HTMLVideoElement): Promise<Photo | null> {
  const size = { width: video.videoWidth, height: video.videoHeight };
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || size.width === 0) return null;
  // The preview is mirrored, as in a mirror; what is sent is not.
  return toPhoto(await drawJpeg(video, size), true);
}

/**
 * A photo from a file, upright and not larger than it has to be.
 *
 * @throws PhotoError if it is no photo this browser can read, or far too large
 */
export async function photoOfFile(file: File): Promise<Photo> {
  if (file.size > MAX_FILE_MEGABYTES * 1024 * 1024) throw new PhotoError('fileTooLarge', file.name);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new PhotoError('fileUnreadable', file.name);
  }
  try {
    return toPhoto(isSendable(file, bitmap) ? file : await drawJpeg(bitmap, bitmap), false);
  } finally {
    bitmap.close();
  }
}

export function releasePhoto(photo: Photo): void {
  URL.revokeObjectURL(photo.url);
}

function isSendable(file: File, { width, height }: Size): boolean {
  const isSmall = Math.max(width, height) <= MAX_SIDE_PX && file.size <= MAX_UNTOUCHED_BYTES;
  return isSmall && SENDABLE_TYPES.has(file.type);
}

async function drawJpeg(source: CanvasImageSource, size: Size): Promise<Blob> {
  const { width, height } = fitWithin(size, MAX_SIDE_PX);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('The browser made no JPEG.')));
    canvas.toBlob(take, 'image/jpeg', JPEG_QUALITY);
  });
}

let photoCount = 0;

function toPhoto(blob: Blob, isMirrored: boolean): Photo {
  photoCount += 1;
  return { id: String(photoCount), blob, url: URL.createObjectURL(blob), isMirrored };
}
