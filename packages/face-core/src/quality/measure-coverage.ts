import type { FaceChip } from '../align/align-face.js';

/** Parts of the aligned face as shares of its side: cheeks and the bridge of the nose; lips and chin. */
const UPPER = { left: 0.3, right: 0.7, top: 0.5, bottom: 0.59 } as const;
const LOWER = { left: 0.34, right: 0.66, top: 0.7, bottom: 0.96 } as const;

/** Luma and Cr of ITU-R BT.601. */
interface Colours {
  readonly luma: number[];
  readonly redness: number[];
}

/**
 * How much the lower half of a face looks like cloth: the redness it lacks against the cheeks, over the detail around the
 * mouth. Skin, whatever its shade, is about as red as the skin above it, lips are redder, and lips and chin have detail. Both
 * grow with the light, so their ratio does not. A photo without colour lacks nothing and gives 0.
 *
 * @returns 0 for an open face; measured limits stand in docs/adr/0023
 */
export function measureMouthCoverage(chip: FaceChip): number {
  const upper = coloursOf(chip, UPPER);
  const lower = coloursOf(chip, LOWER);
  const lacking = Math.max(0, median(upper.redness) - median(lower.redness));
  return lacking / Math.max(0.5, standardDeviation(lower.luma));
}

function coloursOf({ sizePx, planes }: FaceChip, part: typeof UPPER | typeof LOWER): Colours {
  const plane = sizePx * sizePx;
  const [left, right, top, bottom] = [part.left, part.right, part.top, part.bottom].map((share) =>
    Math.round(share * sizePx),
  );
  const colours: Colours = { luma: [], redness: [] };
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const index = row * sizePx + column;
      const [red, green, blue] = [planes[index], planes[index + plane], planes[index + 2 * plane]];
      const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      colours.luma.push(luma);
      colours.redness.push((red - luma) / 1.402);
    }
  }
  return colours;
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1];
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
