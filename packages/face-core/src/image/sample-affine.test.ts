import { describe, expect, it } from 'vitest';
import { halfSize } from './half-size.js';
import { ImageLevels } from './image-levels.js';
import type { PixelImage } from './pixel-image.js';
import { boxToOutput, sampleAffine } from './sample-affine.js';

/** Red grows by 3 a pixel to the right, green by 2 a pixel down, blue is 7; value at the middle of a pixel. */
function ramp(width: number, height: number): PixelImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([3 * x, 2 * y, 7], (y * width + x) * 3);
  }
  return { width, height, data };
}

/** The ramp at a place of the image, where the middle of the first pixel is (0.5, 0.5). */
const red = (x: number): number => 3 * (x - 0.5);
const green = (y: number): number => 2 * (y - 0.5);

function sample(image: PixelImage, box: { x: number; y: number; width: number; height: number }, side: number) {
  const output = new Float32Array(3 * side * side);
  sampleAffine(new ImageLevels(image), boxToOutput(box, side), side, side, output);
  return (row: number, column: number) => [0, 1, 2].map((plane) => output[plane * side * side + row * side + column]);
}

describe('sampleAffine', () => {
  it('gives the image itself where one output pixel is one pixel', () => {
    const at = sample(ramp(8, 8), { x: 2, y: 3, width: 4, height: 4 }, 4);
    expect(at(0, 0)).toEqual([6, 6, 7]);
    expect(at(3, 2)).toEqual([12, 12, 7]);
  });

  it('is exact about half pixels when it enlarges, shifts and shrinks a ramp', () => {
    const image = ramp(64, 64);
    for (const box of [
      { x: 10, y: 20, width: 4, height: 4 },
      { x: 10.3, y: 20.7, width: 11, height: 9 },
      { x: 4, y: 4, width: 48, height: 48 },
      { x: 6, y: 2, width: 40.5, height: 50.5 },
    ]) {
      const side = 8;
      const at = sample(image, box, side);
      for (const [row, column] of [
        [1, 1],
        [4, 6],
        [6, 3],
      ]) {
        const [r, g, b] = at(row, column);
        // The halved levels round to whole values: at most half a step each.
        expect(Math.abs(r - red(box.x + ((column + 0.5) / side) * box.width))).toBeLessThan(0.75);
        expect(Math.abs(g - green(box.y + ((row + 0.5) / side) * box.height))).toBeLessThan(0.75);
        expect(b).toBeCloseTo(7, 3);
      }
    }
  });

  it('is black outside the image', () => {
    const at = sample(ramp(8, 8), { x: -8, y: 0, width: 16, height: 16 }, 16);
    expect(at(4, 0)).toEqual([0, 0, 0]);
    expect(at(15, 15)).toEqual([0, 0, 0]);
    expect(at(4, 8)[2]).toBe(7);
  });

  it('does not alias when it shrinks: a fine chequerboard becomes grey', () => {
    const data = new Uint8Array(64 * 64 * 3);
    for (let i = 0; i < 64 * 64; i += 1) data.fill((i + (i >> 6)) % 2 === 0 ? 0 : 200, i * 3, i * 3 + 3);
    const at = sample({ width: 64, height: 64, data }, { x: 0, y: 0, width: 64, height: 64 }, 16);
    expect(at(5, 5)[0]).toBeCloseTo(100, 0);
    expect(at(9, 12)[0]).toBeCloseTo(100, 0);
  });
});

describe('halfSize', () => {
  it('takes the mean of each block and drops a last odd row and column', () => {
    const half = halfSize(ramp(5, 3));
    expect([half.width, half.height]).toEqual([2, 1]);
    expect([...half.data]).toEqual([2, 1, 7, 8, 1, 7]);
  });
});
