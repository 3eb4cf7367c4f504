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
  const oval = ovalOf(chip.sizePx);
  const { brightness, contrast } = lightOf(luma, oval);
  return {
    brightness,
    contrast,
    underExposedShare: shareOf(oval, (index) => luma[index] <= NEARLY_BLACK),
    overExposedShare: shareOf(oval, (index) => luma[index] >= NEARLY_WHITE),
    sharpness: Math.min(lostByBlur(luma, oval, 1), lostByBlur(luma, oval, chip.sizePx)),
  };
}

/** Mean and standard deviation of the luma. */
function lightOf(luma: Float32Array, oval: Int32Array): Pick<PixelMeasures, 'brightness' | 'contrast'> {
  let sum = 0;
  for (let i = 0; i < oval.length; i += 1) sum += luma[oval[i]];
  const brightness = sum / oval.length;
  let squares = 0;
  for (let i = 0; i < oval.length; i += 1) squares += (luma[oval[i]] - brightness) ** 2;
  return { brightness, contrast: Math.sqrt(squares / oval.length) };
}

function shareOf(oval: Int32Array, isMeant: (index: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < oval.length; i += 1) if (isMeant(oval[i])) count += 1;
  return count / oval.length;
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
 * blurred, a blurred one has little to lose. The share lost; the caller takes the direction that lost least (motion blur).
 *
 * @param stride 1: along rows, `sizePx`: along columns
 */
function lostByBlur(luma: Float32Array, oval: Int32Array, stride: number): number {
  let steps = 0;
  let lost = 0;
  for (let i = 0; i < oval.length; i += 1) {
    const index = oval[i];
    const step = Math.abs(luma[index + stride] - luma[index]);
    // A mean over five neighbours: the blurred step is the difference of its two ends.
    const blurred = Math.abs(luma[index + 3 * stride] - luma[index - 2 * stride]) / 5;
    steps += step;
    lost += Math.max(0, step - blurred);
  }
  return steps === 0 ? 0 : lost / steps;
}

const OVALS = new Map<number, Int32Array>();

/**
 * Indices of the oval of the face in the 112×112 template, as shares of its side; nowhere nearer than three pixels to the
 * border. Kept for each size: there are as many as templates.
 */
function ovalOf(sizePx: number): Int32Array {
  const known = OVALS.get(sizePx);
  if (known !== undefined) return known;
  const indices: number[] = [];
  for (let row = 0; row < sizePx; row += 1) {
    const dy = ((row + 0.5) / sizePx - 0.6) / 0.36;
    for (let column = 0; column < sizePx; column += 1) {
      const dx = ((column + 0.5) / sizePx - 0.5) / 0.3;
      if (dx * dx + dy * dy <= 1) indices.push(row * sizePx + column);
    }
  }
  const oval = Int32Array.from(indices);
  OVALS.set(sizePx, oval);
  return oval;
}
