import type { ImageLevels } from './image-levels.js';

/**
 * Maps output coordinates to image coordinates: x' = a·x + b·y + c, y' = d·x + e·y + f, in pixels, where the middle of
 * the first pixel is (0.5, 0.5) on both sides.
 */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The map from a `width`×`height` output to the rectangle `box` of the image. */
export function boxToOutput(
  box: { x: number; y: number; width: number; height: number },
  width: number,
  height = width,
): Affine {
  return { a: box.width / width, b: 0, c: box.x, d: 0, e: box.height / height, f: box.y };
}

/**
 * Fills `output` with three planes (R, G, B; values 0–255, not rounded) of the image seen through `map`, by bilinear
 * interpolation between pixel centres. Outside the image is black, as the detector was trained.
 *
 * @param offset where the first plane starts in `output`; it takes 3 · width · height values
 */
export function sampleAffine(
  levels: ImageLevels,
  map: Affine,
  width: number,
  height: number,
  output: Float32Array,
  offset = 0,
): void {
  const step = Math.sqrt(Math.abs(map.a * map.e - map.b * map.d));
  const { level, factor } = levels.forStep(step);
  const shrink = 1 / factor;
  const maxX = level.width - 1;
  const maxY = level.height - 1;
  const { data } = level;
  const stride = level.width * 3;
  const plane = width * height;
  const ax = map.a * shrink;
  const dy = map.d * shrink;
  let to = offset;
  for (let row = 0; row < height; row += 1) {
    let x = (map.a * 0.5 + map.b * (row + 0.5) + map.c) * shrink - 0.5;
    let y = (map.d * 0.5 + map.e * (row + 0.5) + map.f) * shrink - 0.5;
    for (let column = 0; column < width; column += 1, to += 1, x += ax, y += dy) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < -1 || top < -1 || left > maxX || top > maxY) {
        output[to] = 0;
        output[to + plane] = 0;
        output[to + 2 * plane] = 0;
        continue;
      }
      // The border pixel is repeated for half a pixel, then the image ends.
      const fx = x - left;
      const fy = y - top;
      const x0 = Math.max(left, 0) * 3;
      const x1 = Math.min(left + 1, maxX) * 3;
      const y0 = Math.max(top, 0) * stride;
      const y1 = Math.min(top + 1, maxY) * stride;
      const w11 = fx * fy;
      const w10 = fy - w11;
      const w01 = fx - w11;
      const w00 = 1 - fx - fy + w11;
      const p00 = y0 + x0;
      const p01 = y0 + x1;
      const p10 = y1 + x0;
      const p11 = y1 + x1;
      output[to] = data[p00] * w00 + data[p01] * w01 + data[p10] * w10 + data[p11] * w11;
      output[to + plane] = data[p00 + 1] * w00 + data[p01 + 1] * w01 + data[p10 + 1] * w10 + data[p11 + 1] * w11;
      output[to + 2 * plane] = data[p00 + 2] * w00 + data[p01 + 2] * w01 + data[p10 + 2] * w10 + data[p11 + 2] * w11;
    }
  }
}
