import type { FaceChip } from '../align/align-face.js';

/** Luma from here down is black without drawing, from there up white without drawing. */
const NEARLY_BLACK = 16;
const NEARLY_WHITE = 250;

export interface PixelMeasures {
  readonly brightness: number;
  readonly contrast: number;
  readonly underExposedShare: number;
  readonly overExposedShare: number;
  readonly sharpness: number;
}

/** Light and sharpness inside the oval of an aligned face; hair and background stay out of the account. */
export function measurePixels(chip: FaceChip): PixelMeasures {
  const luma = toLuma(chip);
  const values: number[] = [];
  forEachInOval(chip.sizePx, (index) => values.push(luma[index]));
  const brightness = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - brightness) ** 2, 0) / values.length;
  return {
    brightness,
    contrast: Math.sqrt(variance),
    underExposedShare: values.filter((value) => value <= NEARLY_BLACK).length / values.length,
    overExposedShare: values.filter((value) => value >= NEARLY_WHITE).length / values.length,
    sharpness: measureSharpness(luma, chip.sizePx),
  };
}

/** ITU-R BT.601 luma, 0 to 255. */
function toLuma({ sizePx, planes }: FaceChip): Float32Array {
  const plane = sizePx * sizePx;
  const luma = new Float32Array(plane);
  for (let i = 0; i < plane; i += 1) {
    luma[i] = 0.299 * planes[i] + 0.587 * planes[i + plane] + 0.114 * planes[i + 2 * plane];
  }
  return luma;
}

/**
 * Crété-Roffet et al., "The blur effect", 2007: a sharp picture loses much of its steps between neighbours when it is
 * blurred, a blurred one has little to lose. The share lost, along the direction that lost least (motion blur).
 */
function measureSharpness(luma: Float32Array, sizePx: number): number {
  return Math.min(lostByBlur(luma, sizePx, 1), lostByBlur(luma, sizePx, sizePx));
}

/** @param stride 1: along rows, `sizePx`: along columns */
function lostByBlur(luma: Float32Array, sizePx: number, stride: number): number {
  let steps = 0;
  let lost = 0;
  forEachInOval(sizePx, (index) => {
    const step = Math.abs(luma[index + stride] - luma[index]);
    // A mean over five neighbours: the blurred step is the difference of its two ends.
    const blurred = Math.abs(luma[index + 3 * stride] - luma[index - 2 * stride]) / 5;
    steps += step;
    lost += Math.max(0, step - blurred);
  });
  return steps === 0 ? 0 : lost / steps;
}

/** The oval of the face in the 112×112 template, as shares of its side; nowhere nearer than three pixels to the border. */
function forEachInOval(sizePx: number, visit: (index: number) => void): void {
  for (let row = 0; row < sizePx; row += 1) {
    const dy = ((row + 0.5) / sizePx - 0.6) / 0.36;
    for (let column = 0; column < sizePx; column += 1) {
      const dx = ((column + 0.5) / sizePx - 0.5) / 0.3;
      if (dx * dx + dy * dy <= 1) visit(row * sizePx + column);
    }
  }
}
