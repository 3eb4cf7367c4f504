import type { PixelImage } from './pixel-image.js';

/**
 * Halves an image: each new pixel is the rounded mean of a 2×2 block. A last odd row or column is dropped, so that the
 * pixel (x, y) covers exactly [2x, 2x + 2) × [2y, 2y + 2) of the original and coordinates scale by 2 without an offset.
 */
export function halfSize({ width, height, data }: PixelImage): PixelImage {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  const half = new Uint8Array(halfWidth * halfHeight * 3);
  const stride = width * 3;
  let to = 0;
  for (let y = 0; y < halfHeight; y += 1) {
    let top = 2 * y * stride;
    for (let x = 0; x < halfWidth; x += 1) {
      const bottom = top + stride;
      half[to] = (data[top] + data[top + 3] + data[bottom] + data[bottom + 3] + 2) >> 2;
      half[to + 1] = (data[top + 1] + data[top + 4] + data[bottom + 1] + data[bottom + 4] + 2) >> 2;
      half[to + 2] = (data[top + 2] + data[top + 5] + data[bottom + 2] + data[bottom + 5] + 2) >> 2;
      to += 3;
      top += 6;
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
