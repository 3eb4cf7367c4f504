import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

const FACE_API_DIR = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

export const FACE_API_MODEL_DIR = path.join(FACE_API_DIR, 'model');

/** Left, top, width and height in pixels of the photo. */
export type Square = readonly [left: number, top: number, width: number, height: number];

export type Point = readonly [x: number, y: number];

/** Squares around faces of the photos that ship with face-api; the woman is the same person in both. */
export const FACES = {
  womanIn1: { photo: 'sample1.jpg', square: [1473, 206, 220, 220] },
  womanIn3: { photo: 'sample3.jpg', square: [1043, 222, 260, 260] },
  leftIn1: { photo: 'sample1.jpg', square: [384, 356, 240, 240] },
  leftIn3: { photo: 'sample3.jpg', square: [567, 340, 240, 240] },
  middleIn1: { photo: 'sample1.jpg', square: [803, 411, 260, 260] },
} as const satisfies Record<string, { photo: string; square: Square }>;

export interface Face {
  readonly photo: string;
  readonly square: Square;
}

/** The square, resized, as RGB bytes [height, width, 3]. */
export async function cutOut({ photo, square }: Face, width: number, height = width): Promise<Uint8Array> {
  const [left, top, squareWidth, squareHeight] = square;
  const image = sharp(path.join(FACE_API_DIR, 'demo', photo)).extract({
    left,
    top,
    width: squareWidth,
    height: squareHeight,
  });
  return image.resize(width, height, { fit: 'fill' }).removeAlpha().raw().toBuffer();
}

/** RGB bytes [size, size, 3] → [3, size, size], each `(pixel - mean) · scale`. */
export function toPlanes(bytes: Uint8Array, mean = 0, scale = 1): Float32Array {
  const area = bytes.length / 3;
  return Float32Array.from({ length: bytes.length }, (_, index) => {
    const pixel = bytes[(index % area) * 3 + Math.floor(index / area)] ?? Number.NaN;
    return (pixel - mean) * scale;
  });
}

/**
 * Turns, scales and moves an RGB image [from, from, 3] so that `points` come to lie on `template` as well as they can
 * (least squares), and samples `size`×`size` pixels of it with bilinear weights; outside of the image is black.
 */
export function align(
  bytes: Uint8Array,
  from: number,
  points: readonly Point[],
  template: readonly Point[],
  size: number,
) {
  const [a, b, shiftX, shiftY] = similarity(template, points);
  const result = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        const value = sample(bytes, from, a * x - b * y + shiftX, b * x + a * y + shiftY, channel);
        result[(y * size + x) * 3 + channel] = Math.round(value);
      }
  return result;
}

function sample(bytes: Uint8Array, width: number, x: number, y: number, channel: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  let value = 0;
  for (const [column, row] of [
    [left, top] as const,
    [left + 1, top] as const,
    [left, top + 1] as const,
    [left + 1, top + 1] as const,
  ]) {
    if (column < 0 || row < 0 || column >= width || row >= width) continue;
    const weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
    value += weight * (bytes[(row * width + column) * 3 + channel] ?? 0);
  }
  return value;
}

/** [a, b, x, y] of the similarity (u, v) → (a·u - b·v + x, b·u + a·v + y) that fits `from` onto `to` best. */
function similarity(from: readonly Point[], to: readonly Point[]): [number, number, number, number] {
  const [fromX, fromY] = centre(from);
  const [toX, toY] = centre(to);
  let [along, across, spread] = [0, 0, 0];
  from.forEach(([u, v], index) => {
    const [x, y] = to[index] ?? [0, 0];
    along += (u - fromX) * (x - toX) + (v - fromY) * (y - toY);
    across += (u - fromX) * (y - toY) - (v - fromY) * (x - toX);
    spread += (u - fromX) ** 2 + (v - fromY) ** 2;
  });
  const [a, b] = [along / spread, across / spread];
  return [a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY];
}

function centre(points: readonly Point[]): Point {
  const sum = points.reduce(([sumX, sumY], [x, y]) => [sumX + x, sumY + y] as const, [0, 0] as const);
  return [sum[0] / points.length, sum[1] / points.length];
}
