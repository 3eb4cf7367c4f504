import type { FaceChip } from '../align/align-face.js';

/** Parts of the aligned face as shares of its side: both eyes, and the lips. */
const EYES = { left: 0.28, right: 0.72, top: 0.38, bottom: 0.54 } as const;
const MOUTH = { left: 0.36, right: 0.64, top: 0.74, bottom: 0.88 } as const;
/** Rows between the two pixels of a step, of 112. */
const STEP_SHARE = 2 / 112;

/**
 * How much is drawn where the mouth should be, against the eyes: the mean change of light from above to below. A cloth before the
 * mouth is smooth where lips are not, whatever its colour, and in photos without colour too. As a ratio it depends neither on
 * light nor on sharpness.
 *
 * @returns about 0.5 to 4 for an open face, below 0.35 where nothing is drawn; measured limits stand in docs/adr/0023
 */
export function measureMouthDetail(chip: FaceChip): number {
  const eyes = changeIn(chip, EYES);
  // Eyes without any drawing tell nothing; that they are covered is no fault of the mouth.
  return eyes === 0 ? 1 : changeIn(chip, MOUTH) / eyes;
}

function changeIn({ sizePx, planes }: FaceChip, part: typeof EYES | typeof MOUTH): number {
  const [left, right, top, bottom] = [part.left, part.right, part.top, part.bottom].map((share) =>
    Math.round(share * sizePx),
  );
  const step = Math.max(1, Math.round(STEP_SHARE * sizePx)) * sizePx;
  const plane = sizePx * sizePx;
  // Luma of ITU-R BT.601
  const luma = (index: number) =>
    0.299 * planes[index] + 0.587 * planes[index + plane] + 0.114 * planes[index + 2 * plane];
  let change = 0;
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) {
      const index = row * sizePx + column;
      change += Math.abs(luma(index + step) - luma(index));
    }
  return change / ((bottom - top) * (right - left));
}
