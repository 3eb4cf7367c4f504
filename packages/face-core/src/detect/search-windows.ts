import type { FaceBox } from './face-detection.js';

/** What a net sees of a window: its shape, and the smallest face it finds there. */
export interface WindowView {
  /** Width over height of the input of the net. */
  readonly aspect: number;
  /** Height of the smallest face it finds, as a share of the height of the window. */
  readonly minFaceShare: number;
}

/** Windows of one size; the faces they can find that larger windows could not are below `largestFacePx`. */
export interface WindowRound {
  readonly windows: readonly FaceBox[];
  readonly largestFacePx: number;
}

/** Windows that one photo may take altogether: bounds the time of a large photo in which small faces are asked for. */
const MAX_WINDOWS = 64;

/**
 * Windows in which a single-shot net looks at an image: first all of it, then tiles of half the size, and so on down to
 * faces of `minFacePx`. Tiles overlap by the largest face that only they can find, so none is cut in two by every tile.
 */
export function searchWindows(
  image: { readonly width: number; readonly height: number },
  minFacePx: number,
  { aspect, minFaceShare }: WindowView,
): WindowRound[] {
  let height = Math.max(image.height, image.width / aspect);
  const whole = tile(image, { width: height * aspect, height }, 0);
  const rounds: WindowRound[] = [{ windows: whole, largestFacePx: Number.POSITIVE_INFINITY }];
  let count = whole.length;
  while (height * minFaceShare > minFacePx) {
    const largestFacePx = height * minFaceShare;
    height /= 2;
    const windows = tile(image, { width: height * aspect, height }, largestFacePx);
    count += windows.length;
    if (count > MAX_WINDOWS) break;
    rounds.push({ windows, largestFacePx });
  }
  return rounds;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function tile(image: Size, window: Size, overlapPx: number): FaceBox[] {
  const left = starts(image.width, window.width, overlapPx);
  return starts(image.height, window.height, overlapPx).flatMap((y) => left.map((x) => ({ x, y, ...window })));
}

/** Evenly spread, from edge to edge; a window larger than the image lies around its middle. */
function starts(length: number, window: number, overlapPx: number): number[] {
  if (window >= length) return [(length - window) / 2];
  const count = Math.ceil((length - overlapPx) / Math.max(1, window - overlapPx));
  return Array.from({ length: count }, (_, index) => (index * (length - window)) / (count - 1));
}
